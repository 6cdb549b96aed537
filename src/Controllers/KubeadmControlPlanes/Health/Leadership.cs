using Slipway.Api.Conditions;
using Slipway.Controllers.KubeadmControlPlanes.Views;

namespace Slipway.Controllers.KubeadmControlPlanes.Health;

/// <summary>Which etcd members to ask, and which to make the leader.</summary>
internal static class Leadership
{
    /// <summary>The Nodes whose members may lead when a Machine goes, the best first.</summary>
    /// <param name="view">What is.</param>
    /// <param name="leaving">The Machine that goes.</param>
    public static IReadOnlyList<string> Candidates(View view, ControlPlaneMachine leaving) =>
    [
        .. view.Machines
            .Where(m => m.NodeName is not null && !m.IsDeleting && m.Name != leaving.Name)
            .OrderByDescending(m => m.HealthOf(ConditionTypes.EtcdMemberHealthy) is { Status: ConditionSet.True })
            .ThenByDescending(m => !ConditionSet.IsFalse(m.Machine.Status.Conditions, ConditionTypes.HealthCheckSucceeded))
            .ThenByDescending(m => m.IsUpToDate)
            .ThenByDescending(m => m.Machine.Metadata.CreationTimestamp)
            .Select(m => m.NodeName!),
    ];

    /// <summary>The Nodes whose members to ask, the most promising first.</summary>
    /// <param name="machines">The Machines.</param>
    public static IReadOnlyList<string> ToAsk(IEnumerable<ControlPlaneMachine> machines) =>
    [
        .. machines
            .Where(m => m.NodeName is not null)
            .OrderBy(m => m.IsDeleting)
            .ThenByDescending(m => ConditionSet.IsTrue(m.Machine.Status.Conditions, ConditionTypes.EtcdMemberHealthy))
            .ThenBy(m => m.Machine.Metadata.CreationTimestamp)
            .Select(m => m.NodeName!),
    ];
}
