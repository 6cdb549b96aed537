using Slipway.Api.Conditions;
using Slipway.Api.ControlPlane;
using Slipway.Api.Core;
using Slipway.Controllers.KubeadmControlPlanes.Views;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Runtime.Controllers;

namespace Slipway.Controllers.KubeadmControlPlanes;

/// <summary>Brings one control plane nearer to its number of Machines, version and configuration, one Machine at a time.</summary>
/// <param name="context">What every controller is given.</param>
/// <param name="observer">Reads views.</param>
/// <param name="changes">Writes plans.</param>
internal sealed class Reconciler(ControllerContext context, Observer observer, Changes changes) : IReconciler
{
    /// <inheritdoc/>
    public async ValueTask<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellation)
    {
        if (await observer.ReadAsync(key, cancellation) is not { } view || view.Cluster is null)
        {
            return ReconcileResult.Done;
        }

        var paused = Pause.Report(view.Cluster, view.ControlPlane);
        if (Pause.Applies(view.Cluster, view.ControlPlane))
        {
            await SaveStatusAsync(view, view.ControlPlane.Status, paused, cancellation);
            return ReconcileResult.Done;
        }

        view = view with { ControlPlane = await context.Client.SaveAsync(view.ControlPlane, Own(view), cancellation) };
        var plan = Plan.Make(view, context.Random);
        var applied = await changes.ApplyAsync(view, plan.Changes, cancellation);
        view = view with { ControlPlane = applied.ControlPlane };
        if (view.ControlPlane.Metadata.IsDeleting && DeletionPlan.IsDone(view))
        {
            var released = view.ControlPlane.WithMetadata(view.ControlPlane.Metadata.WithoutFinalizer(Finalizers.KubeadmControlPlane));
            await context.Client.SaveAsync(view.ControlPlane, released, cancellation);
            return ReconcileResult.Done;
        }

        await SaveStatusAsync(view, Report.Make(view, plan), paused, cancellation);
        applied.Attempts.ThrowIfFailed();
        if (plan.Refusal.Length > 0)
        {
            throw new TerminalException(plan.Refusal);
        }

        return plan.LookAgain is { } delay ? ReconcileResult.After(delay, plan.LookFor) : ReconcileResult.Done;
    }

    private static KubeadmControlPlane Own(View view)
    {
        var plane = view.ControlPlane;
        return plane.Metadata.IsDeleting
            ? plane
            : plane.WithMetadata(plane.Metadata
                .WithFinalizer(Finalizers.KubeadmControlPlane)
                .WithLabel(Labels.ClusterName, view.Cluster!.Metadata.Name));
    }

    private async ValueTask SaveStatusAsync(View view, KubeadmControlPlaneStatus status, Condition paused, CancellationToken cancellation)
    {
        var reported = view.ControlPlane with
        {
            Status = status with { Conditions = ConditionSet.Set(status.Conditions, paused, view.Now, view.ControlPlane.Metadata.Generation) },
        };
        await context.Client.SaveAsync(view.ControlPlane, reported, cancellation);
    }
}
