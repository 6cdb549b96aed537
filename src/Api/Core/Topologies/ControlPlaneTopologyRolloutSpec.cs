using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.Topologies;

/// <summary>The control plane topology rollout spec.</summary>
[MinProperties(1)]
public sealed record ControlPlaneTopologyRolloutSpec : IOmitEmpty
{
    /// <summary>The after.</summary>
    public DateTimeOffset? After { get; init; }
}
