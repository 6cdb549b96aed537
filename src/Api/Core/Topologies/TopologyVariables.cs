using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.Topologies;

/// <summary>Values for variables of the ClusterClass that differ in one part of the cluster.</summary>
[MinProperties(1)]
public sealed record TopologyVariables : IOmitEmpty
{
    /// <summary>The values; each takes the place of the cluster's.</summary>
    [Limits(MinItems = 1, MaxItems = 1000)]
    [ListMap("name")]
    public IReadOnlyList<ClusterVariable> Overrides { get; init => field = value ?? []; } = [];
}
