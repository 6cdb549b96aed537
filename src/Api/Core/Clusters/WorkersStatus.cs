using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;

namespace Slipway.Api.Core.Clusters;

/// <summary>The workers status.</summary>
public sealed record WorkersStatus
{
    /// <summary>The available replicas.</summary>
    public int? AvailableReplicas { get; init; }

    /// <summary>The desired replicas.</summary>
    public int? DesiredReplicas { get; init; }

    /// <summary>The ready replicas.</summary>
    public int? ReadyReplicas { get; init; }

    /// <summary>The replicas.</summary>
    public int? Replicas { get; init; }

    /// <summary>The up to date replicas.</summary>
    public int? UpToDateReplicas { get; init; }

    /// <summary>The upgrade plan.</summary>
    [Limits(MinItems = 1, MaxItems = 32)]
    [AtomicList]
    public IReadOnlyList<ClusterUpgradeStep> UpgradePlan { get; init => field = value ?? []; } = [];

    /// <summary>The versions.</summary>
    [Limits(MinItems = 1, MaxItems = 32)]
    [AtomicList]
    public IReadOnlyList<StatusVersion> Versions { get; init => field = value ?? []; } = [];
}
