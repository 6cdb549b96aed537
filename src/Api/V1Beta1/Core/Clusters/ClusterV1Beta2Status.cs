using Slipway.Api.Core.Clusters;
using Slipway.Api.Crds;
using Slipway.Machinery.Objects;

namespace Slipway.Api.V1Beta1.Core.Clusters;

/// <summary>The cluster V1 beta2 status.</summary>
internal sealed record ClusterV1Beta2Status
{
    /// <summary>The conditions.</summary>
    [Limits(MaxItems = 32)]
    [ListMap("type")]
    public IReadOnlyList<Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>The control plane.</summary>
    public ClusterControlPlaneStatus? ControlPlane { get; init; }

    /// <summary>The workers.</summary>
    public ClusterControlPlaneStatus? Workers { get; init; }
}
