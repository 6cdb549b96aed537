using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.Clusters;

/// <summary>The cluster network.</summary>
[MinProperties(1)]
public sealed record ClusterNetwork : IOmitEmpty
{
    /// <summary>The api server port.</summary>
    [Limits(Minimum = 1, Maximum = 65535)]
    public int? ApiServerPort { get; init; }

    /// <summary>The pods.</summary>
    public NetworkRanges? Pods { get; init; }

    /// <summary>The service domain.</summary>
    [Limits(MinLength = 1, MaxLength = 253)]
    public string? ServiceDomain { get; init; }

    /// <summary>The services.</summary>
    public NetworkRanges? Services { get; init; }
}
