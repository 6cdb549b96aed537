using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.Topologies;

/// <summary>The topology variables.</summary>
[MinProperties(1)]
public sealed record TopologyVariables : IOmitEmpty
{
    /// <summary>The overrides.</summary>
    [Limits(MinItems = 1, MaxItems = 1000)]
    [ListMap("name")]
    public IReadOnlyList<ClusterVariable> Overrides { get; init => field = value ?? []; } = [];
}
