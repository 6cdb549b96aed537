using Slipway.Api.Crds;

namespace Slipway.Api.Kubernetes.Pods;

/// <summary>A field of a pod.</summary>
[AtomicMap]
public sealed record ObjectFieldSelector
{
    /// <summary>The version that the path is written for; v1 where absent.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>The field, as in "status.podIP".</summary>
    [Required]
    public string FieldPath { get; init => field = value ?? ""; } = "";
}
