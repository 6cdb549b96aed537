using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.Topologies;

/// <summary>When the machines of a topology's control plane are replaced.</summary>
[MinProperties(1)]
public sealed record ControlPlaneTopologyRolloutSpec : IOmitEmpty
{
    /// <summary>Machines made before this time are replaced once it has passed.</summary>
    public DateTimeOffset? After { get; init; }
}
