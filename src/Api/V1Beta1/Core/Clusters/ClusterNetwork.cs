using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Core.Clusters;

/// <summary>The cluster network.</summary>
internal sealed record ClusterNetwork
{
    /// <summary>The api server port.</summary>
    public int? ApiServerPort { get; init; }

    /// <summary>The pods.</summary>
    public NetworkRanges? Pods { get; init; }

    /// <summary>The service domain.</summary>
    [Limits(MinLength = 1, MaxLength = 253)]
    public string? ServiceDomain { get; init; }

    /// <summary>The services.</summary>
    public NetworkRanges? Services { get; init; }
}
