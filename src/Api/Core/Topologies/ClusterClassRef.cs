using Slipway.Api.Crds;

namespace Slipway.Api.Core.Topologies;

/// <summary>Names the ClusterClass that a cluster is made of.</summary>
public sealed record ClusterClassRef
{
    /// <summary>The class.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 253, Pattern = @"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$")]
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The class's namespace; absent for the cluster's own.</summary>
    [Limits(MinLength = 1, MaxLength = 63, Pattern = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")]
    public string? Namespace { get; init; }
}
