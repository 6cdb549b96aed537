using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.Clusters;

/// <summary>The addresses and names inside the cluster.</summary>
[MinProperties(1)]
public sealed record ClusterNetwork : IOmitEmpty
{
    /// <summary>The port of the API servers; 6443 where absent.</summary>
    [Limits(Minimum = 1, Maximum = 65535)]
    public int? ApiServerPort { get; init; }

    /// <summary>The addresses of pods.</summary>
    public NetworkRanges? Pods { get; init; }

    /// <summary>The domain of services; cluster.local where absent.</summary>
    [Limits(MinLength = 1, MaxLength = 253)]
    public string? ServiceDomain { get; init; }

    /// <summary>The addresses of services.</summary>
    public NetworkRanges? Services { get; init; }
}
