using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Core.Topologies;

/// <summary>Values for variables of the ClusterClass that differ in one part of the cluster.</summary>
internal sealed record TopologyVariables
{
    /// <summary>The values; each takes the place of the cluster's.</summary>
    [Limits(MaxItems = 1000)]
    [ListMap("name")]
    public IReadOnlyList<ClusterVariable> Overrides { get; init => field = value ?? []; } = [];
}
