namespace Slipway.Server.Resources;

/// <summary>A subresource other than <c>status</c> and <c>scale</c>, for discovery and routing.</summary>
/// <param name="Name">Its name in paths, for example <c>finalize</c>.</param>
/// <param name="Group">The group of the objects sent to it; empty for the core group.</param>
/// <param name="Version">The version of the objects sent to it.</param>
/// <param name="Kind">The kind of the objects sent to it.</param>
/// <param name="Verbs">What may be done with it, as discovery names it.</param>
internal sealed record Subresource(string Name, string Group, string Version, string Kind, IReadOnlyList<string> Verbs);
