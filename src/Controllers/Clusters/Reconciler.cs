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

    /// <inheritdoc/>
    public async ValueTask<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellation)
    {
        if (await observer.ReadAsync(key, cancellation) is not { } view)
        {
            await context.Workloads.ForgetAsync(key);
            return ReconcileResult.Done;
        }

        var paused = Pause.Report(view.Cluster, view.Cluster);
        if (Pause.Applies(view.Cluster, view.Cluster))
        {
            await SaveStatusAsync(view, view.Cluster.Status, paused, cancellation);
            return ReconcileResult.Done;
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
        await SaveStatusAsync(view, status, paused, cancellation);
        Tell(view.Cluster, status);
        attempts.ThrowIfFailed();
        var waits = new Waits();
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

    private async ValueTask SaveStatusAsync(View view, ClusterStatus status, Condition paused, CancellationToken cancellation)
    {
        var reported = view.Cluster with
        {
            Status = status with { Conditions = ConditionSet.Set(status.Conditions, paused, view.Now, view.Cluster.Metadata.Generation) },
        };
        await context.Client.SaveUnlessGoneAsync(view.Cluster, reported, cancellation);
    }
}
