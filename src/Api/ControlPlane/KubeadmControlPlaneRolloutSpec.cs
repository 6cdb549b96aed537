using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.ControlPlane;

/// <summary>When and how the machines of the control plane are replaced.</summary>
[MinProperties(1)]
public sealed record KubeadmControlPlaneRolloutSpec : IOmitEmpty
{
    /// <summary>Machines made before this time are replaced once it has passed.</summary>
    public DateTimeOffset? After { get; init; }

    /// <summary>Machines are replaced before these things happen.</summary>
    public KubeadmControlPlaneRolloutBeforeSpec? Before { get; init; }

    /// <summary>How machines are replaced.</summary>
    public KubeadmControlPlaneRolloutStrategy? Strategy { get; init; }
}
