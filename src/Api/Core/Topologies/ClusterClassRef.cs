using Slipway.Api.Crds;

namespace Slipway.Api.Core.Topologies;

/// <summary>The cluster class ref.</summary>
public sealed record ClusterClassRef
{
    /// <summary>The name.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 253, Pattern = @"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$")]
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The namespace.</summary>
    [Limits(MinLength = 1, MaxLength = 63, Pattern = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")]
    public string? Namespace { get; init; }
}
