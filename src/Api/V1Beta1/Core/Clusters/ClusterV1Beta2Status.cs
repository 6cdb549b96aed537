using Slipway.Api.Core.Clusters;
using Slipway.Api.Crds;
using Slipway.Machinery.Objects;

namespace Slipway.Api.V1Beta1.Core.Clusters;

/// <summary>A cluster's state in the words of v1beta2.</summary>
internal sealed record ClusterV1Beta2Status
{
    /// <summary>The aspects of the object's state that are watched, each true, false or unknown.</summary>
    [Limits(MaxItems = 32)]
    [ListMap("type")]
    public IReadOnlyList<Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>How far the control plane's machines are.</summary>
    public ClusterControlPlaneStatus? ControlPlane { get; init; }

    /// <summary>How far the workers are.</summary>
    public ClusterControlPlaneStatus? Workers { get; init; }
}
