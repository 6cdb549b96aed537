namespace Slipway.Server.Resources;

/// <summary>Where a kind keeps what its <c>scale</c> subresource shows; simple JSON paths such as <c>.spec.replicas</c>.</summary>
/// <param name="SpecReplicas">The wanted count.</param>
/// <param name="StatusReplicas">The present count.</param>
/// <param name="LabelSelector">The selector in string form; null where there is none.</param>
internal sealed record ScalePaths(string SpecReplicas, string StatusReplicas, string? LabelSelector);
