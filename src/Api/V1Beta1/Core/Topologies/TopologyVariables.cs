using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Core.Topologies;

/// <summary>The topology variables.</summary>
internal sealed record TopologyVariables
{
    /// <summary>The overrides.</summary>
    [Limits(MaxItems = 1000)]
    [ListMap("name")]
    public IReadOnlyList<ClusterVariable> Overrides { get; init => field = value ?? []; } = [];
}
