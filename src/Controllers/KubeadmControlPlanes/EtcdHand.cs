using Slipway.Controllers.KubeadmControlPlanes.Health;
using Slipway.Controllers.KubeadmControlPlanes.Views;
using Slipway.Controllers.Shared;
using Slipway.Controllers.Workloads;
using Slipway.Controllers.Workloads.Etcd;

namespace Slipway.Controllers.KubeadmControlPlanes;

/// <summary>Changes etcd clusters as Machines come and go. What fails is told as an event, and tried again at the next pass.</summary>
/// <param name="etcd">Speaks with etcd.</param>
/// <param name="chronicle">Is told of each change.</param>
internal sealed class EtcdHand(IEtcdMembership etcd, Chronicle chronicle)
{
    /// <summary>Moves the leadership away from a Machine's member, so that its end does not stop writes.</summary>
    /// <param name="view">What is.</param>
    /// <param name="machine">The Machine that goes.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <returns>Whether the Machine may go.</returns>
    public async ValueTask<bool> LeaveAsync(View view, ControlPlaneMachine machine, CancellationToken cancellation)
    {
        if (!view.ManagesEtcd || !view.IsInitialized || machine.NodeName is not { } node || view.Workload.Etcd?.MemberOf(node) is null)
        {
            return true;
        }

        var candidates = Leadership.Candidates(view, machine);
        if (candidates.Count == 0 || WorkloadObserver.Access(view, [.. candidates, node]) is not { } access)
        {
            return true;
        }

        WorkloadUnreachableException? last = null;
        foreach (var candidate in candidates)
        {
            try
            {
                if (await etcd.MoveLeaderAsync(access, node, candidate, cancellation))
                {
                    chronicle.Did(view.ControlPlane, "SuccessfulEtcdLeadershipMove", $"move the leadership of etcd from {node} to {candidate}: Machine {machine.Name} goes");
                }

                return true;
            }
            catch (WorkloadUnreachableException e)
            {
                last = e;
            }
        }

        chronicle.Warned(view.ControlPlane, "FailedEtcdLeadershipMove", $"could not move the leadership of etcd away from {node}, so Machine {machine.Name} stays for now: {last!.Message}");
        return false;
    }

    /// <summary>Removes a member; where it leads, another one leads before.</summary>
    /// <param name="view">What is.</param>
    /// <param name="machine">Its Machine; null where it has none.</param>
    /// <param name="member">The member's id.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <returns>Whether it is gone.</returns>
    public async ValueTask<bool> RemoveAsync(View view, ControlPlaneMachine? machine, ulong member, CancellationToken cancellation)
    {
        if (machine is not null && !await LeaveAsync(view, machine, cancellation))
        {
            return false;
        }

        // The one that goes is not asked: it answers no more as soon as it is gone.
        var nodes = Leadership.ToAsk(view.Machines.Where(m => m.Name != machine?.Name));
        if (WorkloadObserver.Access(view, nodes) is not { } access)
        {
            return false;
        }

        try
        {
            await etcd.RemoveAsync(access, member, cancellation);
            return true;
        }
        catch (WorkloadUnreachableException e)
        {
            chronicle.Warned(view.ControlPlane, "FailedEtcdMemberRemoval", $"could not remove an etcd member: {e.Message}");
            return false;
        }
    }
}
