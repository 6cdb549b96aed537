using Slipway.Api.Crds;

namespace Slipway.Api.Core.Shared;

/// <summary>How many machines run one version of Kubernetes.</summary>
public sealed record StatusVersion
{
    /// <summary>How many machines run it.</summary>
    [Limits(Minimum = 1)]
    public int? Replicas { get; init; }

    /// <summary>The version.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Version { get; init => field = value ?? ""; } = "";
}
