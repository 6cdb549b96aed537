using Slipway.Api.Conditions;
using Slipway.Api.Core;
using Slipway.Api.Core.Clusters;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Controllers;

namespace Slipway.Controllers.Clusters;

/// <summary>Brings one Cluster's parts together, tells how it is, and takes it apart in order.</summary>
/// <param name="context">What every controller is given.</param>
/// <param name="observer">Reads views.</param>
/// <param name="chronicle">Is told of each change.</param>
internal sealed class Reconciler(ControllerContext context, Observer observer, Chronicle chronicle) : IReconciler
{
    private readonly Changes _changes = new(context.Client, chronicle);
    private readonly StatusPace _pace = new(context.Time);

    /// <inheritdoc/>
    public async ValueTask<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellation)
    {
        if (await observer.ReadAsync(key, cancellation) is not { } view)
        {
            _pace.Forget(key);
            await context.Workloads.ForgetAsync(key);
            return ReconcileResult.Done;
        }

        var paused = Pause.Report(view.Cluster, view.Cluster);
        if (Pause.Applies(view.Cluster, view.Cluster))
        {
            return await SaveStatusAsync(view, view.Cluster.Status, paused, cancellation) is { } later
                ? ReconcileResult.After(later, StatusPace.Reason)
                : ReconcileResult.Done;
        }

        var plan = Plan.Make(view);
        view = view with { Cluster = await context.Client.SaveUnlessGoneAsync(view.Cluster, plan.Cluster, cancellation) };
        var attempts = await _changes.ApplyAsync(view, plan.Changes, cancellation);
        if (plan.Deletion is { IsFinished: true })
        {
            await context.Workloads.ForgetAsync(key);
            chronicle.Did(view.Cluster, "Deleted", $"Cluster {view.Cluster.Metadata.Name} has been deleted");
            var released = view.Cluster.WithMetadata(view.Cluster.Metadata.WithoutFinalizer(Finalizers.Cluster));
            await context.Client.SaveUnlessGoneAsync(view.Cluster, released, cancellation);
            return ReconcileResult.Done;
        }

        var status = Report.Make(view, plan.Deletion);
        var waits = new Waits();
        if (await SaveStatusAsync(view, status, paused, cancellation) is { } held)
        {
            waits.Add(held, StatusPace.Reason);
        }

        Tell(view.Cluster, status);
        attempts.ThrowIfFailed();
        if (Report.ProbeOverdueIn(view) is { } overdue)
        {
            waits.Add(overdue, "probes of the workload cluster fail; after a while the Cluster counts as not reachable");
        }

        if (KubeconfigPlan.RenewAt(view) is { } renewal && renewal > view.Now)
        {
            waits.Add(renewal - view.Now, "the kubeconfig is renewed when its client certificate is past half of its life");
        }

        return waits.Shortest is { } wait ? ReconcileResult.After(wait.Delay, wait.Reason) : ReconcileResult.Done;
    }

    private void Tell(Cluster cluster, ClusterStatus status)
    {
        var name = cluster.Metadata.Name;
        if (cluster.Status.Phase != status.Phase)
        {
            chronicle.Did(cluster, status.Phase!, $"Cluster {name} is {status.Phase}");
        }

        if (cluster.Status.Initialization?.InfrastructureProvisioned != true && status.Initialization?.InfrastructureProvisioned == true)
        {
            chronicle.Did(cluster, "InfrastructureReady", $"Cluster {name} InfrastructureProvisioned is now True");
        }

        if (cluster.Status.Initialization?.ControlPlaneInitialized != true && status.Initialization?.ControlPlaneInitialized == true)
        {
            chronicle.Did(cluster, "ControlPlaneReady", $"Cluster {name} ControlPlaneInitialized is now True");
        }
    }

    private async ValueTask<TimeSpan?> SaveStatusAsync(View view, ClusterStatus status, Condition paused, CancellationToken cancellation)
    {
        var present = view.Cluster.Status;
        var wanted = status with { Conditions = ConditionSet.Set(status.Conditions, paused, view.Now, view.Cluster.Metadata.Generation) };
        if (wanted == present)
        {
            return null;
        }

        var isNews = HasSettled(present, wanted)
            || wanted with { Conditions = present.Conditions, ControlPlane = present.ControlPlane, Workers = present.Workers } != present;
        var held = _pace.Wait(view.Cluster.Metadata.Key, (present.Conditions, wanted.Conditions), isNews);
        if (held is null)
        {
            await context.Client.SaveUnlessGoneAsync(view.Cluster, view.Cluster with { Status = wanted }, cancellation);
        }

        return held;
    }

    /// <summary>Whether the last machine that was waited for has become available: who was told that all is well may count them now.</summary>
    private static bool HasSettled(ClusterStatus present, ClusterStatus wanted) =>
        (wanted.ControlPlane != present.ControlPlane || wanted.Workers != present.Workers)
        && wanted.ControlPlane?.AvailableReplicas == wanted.ControlPlane?.DesiredReplicas
        && wanted.Workers?.AvailableReplicas == wanted.Workers?.DesiredReplicas;
}
