using Slipway.Api.Conditions;
using Slipway.Controllers.Contracts;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.Clusters;

/// <summary>The way out of a Cluster: workers first, then the control plane, then the infrastructure.</summary>
/// <param name="Reason">The reason of the Deleting condition.</param>
/// <param name="Message">What is waited for, for people.</param>
/// <param name="Changes">The writes of this step.</param>
internal sealed record Deletion(string Reason, string Message, IReadOnlyList<Change> Changes)
{
    /// <summary>Whether nothing is left and the Cluster may go.</summary>
    public bool IsFinished => Reason == Reasons.DeletionCompleted;

    /// <summary>The step that the Cluster stands at.</summary>
    /// <param name="view">What is.</param>
    public static Deletion Next(View view) =>
        Workers(view)
        ?? Object(view.ControlPlane, ClusterReasons.WaitingForControlPlaneDeletion, "control plane")
        ?? Object(view.Infrastructure, ClusterReasons.WaitingForInfrastructureDeletion, "infrastructure")
        ?? new Deletion(Reasons.DeletionCompleted, "Deletion completed", []);

    private static Deletion? Workers(View view)
    {
        // A control plane object deletes its Machines itself; without one they go with the workers.
        var planeMachines = view.ControlPlane is null ? view.ControlPlaneMachines.ToList() : [];
        var workers = view.Workers.ToList();
        if (view.Deployments.Count + view.Sets.Count + workers.Count + planeMachines.Count == 0)
        {
            return null;
        }

        var lines = new List<string>();
        Tell(lines, "Control plane Machines", planeMachines);
        Tell(lines, "MachineDeployments", view.Deployments);
        Tell(lines, "MachineSets", view.Sets);
        Tell(lines, "Worker Machines", workers);
        List<Change> changes =
        [
            .. Delete(view.Deployments),
            .. Delete(view.LoneSets),
            .. Delete(view.LoneWorkers),
            .. Delete(planeMachines.Where(m => m.Metadata.ControllerOwner is null)),
        ];
        return new Deletion(
            ClusterReasons.WaitingForWorkersDeletion, string.Join('\n', lines) + MachineReports.Lingering(view.Machines, view.Now), changes);
    }

    private static Deletion? Object(ExternalObject? value, string reason, string part) =>
        value is not { Found: true }
            ? null
            : new Deletion(
                reason,
                $"Waiting for {value} to be deleted",
                value.IsDeleting ? [] : [new Change.DeleteObject(value, $"delete {value}: the Cluster is being deleted and its {part} is next")]);

    private static void Tell(List<string> lines, string what, IReadOnlyCollection<IKubernetesObject> objects)
    {
        if (objects.Count > 0)
        {
            lines.Add($"* {what}: {Prose.Some(objects.Select(o => o.Metadata.Name).Order(StringComparer.Ordinal))}");
        }
    }

    private static IEnumerable<Change> Delete(IEnumerable<IKubernetesObject> objects) =>
        objects.Where(o => !o.Metadata.IsDeleting)
            .Select(o => new Change.DeleteChild(o, $"delete {o.Kind} {o.Metadata.Name}: the Cluster is being deleted"));
}
