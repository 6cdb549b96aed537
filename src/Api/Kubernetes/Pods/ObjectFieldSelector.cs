using Slipway.Api.Crds;

namespace Slipway.Api.Kubernetes.Pods;

/// <summary>The object field selector.</summary>
[AtomicMap]
public sealed record ObjectFieldSelector
{
    /// <summary>The api version.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>The field path.</summary>
    [Required]
    public string FieldPath { get; init => field = value ?? ""; } = "";
}
