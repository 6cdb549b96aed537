using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Core.Clusters;

/// <summary>The cluster status.</summary>
[MinProperties(1)]
public sealed record ClusterStatus : IOmitEmpty
{
    /// <summary>The conditions.</summary>
    [Limits(MaxItems = 32)]
    [ListMap("type")]
    public IReadOnlyList<Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>The control plane.</summary>
    public ClusterControlPlaneStatus? ControlPlane { get; init; }

    /// <summary>The deprecated.</summary>
    public DeprecatedStatus? Deprecated { get; init; }

    /// <summary>The failure domains.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [ListMap("name")]
    public IReadOnlyList<FailureDomain> FailureDomains { get; init => field = value ?? []; } = [];

    /// <summary>The initialization.</summary>
    public ClusterInitializationStatus? Initialization { get; init; }

    /// <summary>The observed generation.</summary>
    [Limits(Minimum = 1)]
    public long? ObservedGeneration { get; init; }

    /// <summary>The phase.</summary>
    [Allowed("Pending", "Provisioning", "Provisioned", "Deleting", "Failed", "Unknown")]
    public string? Phase { get; init; }

    /// <summary>The workers.</summary>
    public WorkersStatus? Workers { get; init; }
}
