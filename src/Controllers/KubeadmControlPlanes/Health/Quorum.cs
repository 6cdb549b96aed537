using Slipway.Api.Conditions;
using Slipway.Controllers.KubeadmControlPlanes.Views;
using Slipway.Controllers.Workloads.Etcd;

namespace Slipway.Controllers.KubeadmControlPlanes.Health;

/// <summary>Whether an etcd cluster can lose a member, or bear another, and still agree.</summary>
internal static class Quorum
{
    /// <summary>How many members must be healthy so that the cluster can decide.</summary>
    /// <param name="voting">How many members have a vote.</param>
    public static int Of(int voting) => (voting / 2) + 1;

    /// <summary>Whether the others can decide after a member has gone.</summary>
    /// <param name="view">What is.</param>
    /// <param name="leaving">The id of the member that goes; null where the one that goes is none.</param>
    /// <returns>Why not, as a sentence; empty where they can.</returns>
    public static string WhyNotWithout(View view, ulong? leaving)
    {
        if (view.Workload.Etcd is not { } etcd)
        {
            return view.Workload.EtcdProblem.Length > 0 ? view.Workload.EtcdProblem : "the members of the etcd cluster are not known";
        }

        if (etcd.Members.FirstOrDefault(m => m.IsLearner && m.Id != leaving) is { } learner)
        {
            return $"etcd member {learner.Name} is still a learner";
        }

        var voting = etcd.Members.Where(m => m.Id != leaving && !m.IsLearner).ToList();
        var healthy = voting.Count(m => IsHealthy(view, etcd, m));
        return voting.Count == 0 || healthy >= Of(voting.Count)
            ? ""
            : $"only {healthy} of the {voting.Count} remaining etcd members would be healthy, at least {Of(voting.Count)} are required for quorum";
    }

    /// <summary>Whether a member can be counted on: as its Machine's condition tells, or where it has no Machine, without complaints.</summary>
    /// <param name="view">What is.</param>
    /// <param name="etcd">The members.</param>
    /// <param name="member">The member.</param>
    public static bool IsHealthy(View view, EtcdSnapshot etcd, EtcdMember member) =>
        view.Machines.FirstOrDefault(m => m.NodeName == member.Name) is { } machine
            ? machine.HealthOf(ConditionTypes.EtcdMemberHealthy) is { Status: ConditionSet.True } && !machine.IsDeleting
            : etcd.AlarmsOf(member).Count == 0 && member.Name.Length > 0;
}
