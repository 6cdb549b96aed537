using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Core.Clusters;

/// <summary>The addresses and names inside the cluster.</summary>
internal sealed record ClusterNetwork
{
    /// <summary>The port of the API servers; 6443 where absent.</summary>
    public int? ApiServerPort { get; init; }

    /// <summary>The addresses of pods.</summary>
    public NetworkRanges? Pods { get; init; }

    /// <summary>The domain of services; cluster.local where absent.</summary>
    [Limits(MinLength = 1, MaxLength = 253)]
    public string? ServiceDomain { get; init; }

    /// <summary>The addresses of services.</summary>
    public NetworkRanges? Services { get; init; }
}
