using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;

namespace Slipway.Api.Core.Clusters;

/// <summary>How far the workers are, all groups together.</summary>
public sealed record WorkersStatus
{
    /// <summary>How many machines are available: ready for at least their minReadySeconds.</summary>
    public int? AvailableReplicas { get; init; }

    /// <summary>How many machines are wanted.</summary>
    public int? DesiredReplicas { get; init; }

    /// <summary>How many machines are ready.</summary>
    public int? ReadyReplicas { get; init; }

    /// <summary>How many machines there are.</summary>
    public int? Replicas { get; init; }

    /// <summary>How many machines are of the newest template.</summary>
    public int? UpToDateReplicas { get; init; }

    /// <summary>The versions that are still to be passed through to the one wanted.</summary>
    [Limits(MinItems = 1, MaxItems = 32)]
    [AtomicList]
    public IReadOnlyList<ClusterUpgradeStep> UpgradePlan { get; init => field = value ?? []; } = [];

    /// <summary>How many machines run each version of Kubernetes.</summary>
    [Limits(MinItems = 1, MaxItems = 32)]
    [AtomicList]
    public IReadOnlyList<StatusVersion> Versions { get; init => field = value ?? []; } = [];
}
