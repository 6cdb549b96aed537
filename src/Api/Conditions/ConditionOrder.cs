using System.Collections.Frozen;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Conditions;

/// <summary>The order in which conditions are listed: the summaries first, the details behind, Paused and Deleting last.</summary>
internal static class ConditionOrder
{
    private const int Others = 1000;

    private static readonly FrozenDictionary<string, int> Ranks = Ranked(
        ConditionTypes.Available,
        ConditionTypes.Ready,
        ConditionTypes.UpToDate,
        ConditionTypes.RemoteConnectionProbe,
        ConditionTypes.BootstrapConfigReady,
        ConditionTypes.InfrastructureReady,
        ConditionTypes.ControlPlaneInitialized,
        ConditionTypes.ControlPlaneAvailable,
        ConditionTypes.WorkersAvailable,
        ConditionTypes.CertificatesAvailable,
        ConditionTypes.Initialized,
        ConditionTypes.EtcdClusterHealthy,
        ConditionTypes.ControlPlaneComponentsHealthy,
        ConditionTypes.NodeHealthy,
        ConditionTypes.NodeReady,
        ConditionTypes.NodeKubeadmLabelsAndTaintsSet,
        ConditionTypes.EtcdPodHealthy,
        ConditionTypes.EtcdMemberHealthy,
        ConditionTypes.APIServerPodHealthy,
        ConditionTypes.ControllerManagerPodHealthy,
        ConditionTypes.SchedulerPodHealthy,
        ConditionTypes.HealthCheckSucceeded,
        ConditionTypes.OwnerRemediated,
        ConditionTypes.TopologyReconciled,
        ConditionTypes.Updating,
        ConditionTypes.RollingOut,
        ConditionTypes.Remediating,
        ConditionTypes.ScalingDown,
        ConditionTypes.ScalingUp,
        ConditionTypes.MachinesReady,
        ConditionTypes.ControlPlaneMachinesReady,
        ConditionTypes.WorkerMachinesReady,
        ConditionTypes.MachinesUpToDate,
        ConditionTypes.ControlPlaneMachinesUpToDate,
        ConditionTypes.WorkerMachinesUpToDate);

    /// <summary>Compares two conditions by rank, then by name.</summary>
    public static int Compare(Condition left, Condition right)
    {
        var byRank = Rank(left.Type).CompareTo(Rank(right.Type));
        return byRank != 0 ? byRank : string.CompareOrdinal(left.Type, right.Type);
    }

    private static int Rank(string type) => type switch
    {
        ConditionTypes.Paused => Others + 1,
        ConditionTypes.Deleting => Others + 2,
        _ => Ranks.GetValueOrDefault(type, Others),
    };

    private static FrozenDictionary<string, int> Ranked(params string[] types) =>
        types.Select((type, rank) => KeyValuePair.Create(type, rank)).ToFrozenDictionary();
}
