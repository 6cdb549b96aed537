using Slipway.Controllers.KubeadmControlPlanes.Health;
using Slipway.Controllers.KubeadmControlPlanes.Views;
using Slipway.Controllers.Shared;

namespace Slipway.Controllers.KubeadmControlPlanes;

/// <summary>What is done when the control plane is to go; pure functions of the view.</summary>
internal static class DeletionPlan
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(30);

    /// <summary>Makes the plan: first the workers go, then all Machines of the control plane at once.</summary>
    /// <param name="view">What is, judged.</param>
    public static Plan Make(View view)
    {
        if (view.Workers.Count > 0)
        {
            return new Plan { Waiting = Blocked(view), LookAgain = Wait, LookFor = "the worker Machines to go" };
        }

        var changes = new List<Change>();
        foreach (var machine in view.Machines)
        {
            if (!machine.IsDeleting)
            {
                changes.Add(new Change.DeleteMachine(machine, $"delete Machine {machine.Name}: its KubeadmControlPlane is being deleted"));
            }
            else if (Release.IsHeld(machine))
            {
                changes.Add(new Change.ReleaseMachine(machine, null, $"let Machine {machine.Name} go: the whole control plane is being deleted"));
            }
        }

        return new Plan { Changes = changes };
    }

    /// <summary>What keeps the Machines of the control plane from being deleted, as a text of several lines.</summary>
    /// <param name="view">What is.</param>
    public static string Blocked(View view) =>
        $"KubeadmControlPlane deletion blocked because following objects still exist:\n* Machines: {Prose.Some(view.Workers, 3)}";

    /// <summary>Whether all Machines are gone, so that the finalizer may go too.</summary>
    /// <param name="view">What is.</param>
    public static bool IsDone(View view) => view.Workers.Count == 0 && view.Machines.Count == 0;
}
