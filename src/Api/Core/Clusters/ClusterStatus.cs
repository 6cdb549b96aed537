using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Core.Clusters;

/// <summary>How far a cluster is.</summary>
[MinProperties(1)]
public sealed record ClusterStatus : IOmitEmpty
{
    /// <summary>The aspects of the object's state that are watched, each true, false or unknown.</summary>
    [Limits(MaxItems = 32)]
    [ListMap("type")]
    public IReadOnlyList<Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>How far the control plane's machines are.</summary>
    public ClusterControlPlaneStatus? ControlPlane { get; init; }

    /// <summary>What only older API versions say about the state; leave it to them.</summary>
    public DeprecatedStatus? Deprecated { get; init; }

    /// <summary>The failure domains that the infrastructure offers.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [ListMap("name")]
    public IReadOnlyList<FailureDomain> FailureDomains { get; init => field = value ?? []; } = [];

    /// <summary>What has been done once and is not undone.</summary>
    public ClusterInitializationStatus? Initialization { get; init; }

    /// <summary>
    /// The generation of the spec that this status was made for; while it is older than metadata.generation, the
    /// status is behind.
    /// </summary>
    [Limits(Minimum = 1)]
    public long? ObservedGeneration { get; init; }

    /// <summary>A one-word summary of how far the object is; conditions say more.</summary>
    [Allowed("Pending", "Provisioning", "Provisioned", "Deleting", "Failed", "Unknown")]
    public string? Phase { get; init; }

    /// <summary>How far the workers are.</summary>
    public WorkersStatus? Workers { get; init; }
}
