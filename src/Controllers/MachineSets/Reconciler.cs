using Slipway.Api.Conditions;
using Slipway.Api.Core;
using Slipway.Api.Core.MachineSets;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Controllers;

namespace Slipway.Controllers.MachineSets;

/// <summary>Brings the Machines of one MachineSet nearer to its template and its number.</summary>
/// <param name="context">What every controller is given.</param>
/// <param name="observer">Reads views.</param>
/// <param name="changes">Writes plans.</param>
internal sealed class Reconciler(ControllerContext context, Observer observer, Changes changes) : IReconciler
{
    /// <inheritdoc/>
    public async ValueTask<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellation)
    {
        if (await observer.ReadAsync(key, cancellation) is not { } view)
        {
            return ReconcileResult.Done;
        }

        var paused = Pause.Report(view.Cluster, view.Set);
        if (Pause.Applies(view.Cluster, view.Set))
        {
            await SaveStatusAsync(view, view.Set.Status, paused, cancellation);
            return ReconcileResult.Done;
        }

        view = view with { Set = await context.Client.SaveUnlessGoneAsync(view.Set, Own(view), cancellation) };
        var plan = Plan.Make(view, context.Random);
        var attempts = await changes.ApplyAsync(view, plan.Changes, cancellation);
        if (view.Set.Metadata.IsDeleting && view.Machines.Count == 0)
        {
            var released = view.Set.WithMetadata(view.Set.Metadata.WithoutFinalizer(Finalizers.MachineSet));
            await context.Client.SaveUnlessGoneAsync(view.Set, released, cancellation);
            return ReconcileResult.Done;
        }

        await SaveStatusAsync(view, Report.Make(view, plan), paused, cancellation);
        attempts.ThrowIfFailed();
        return ReconcileResult.Done;
    }

    private static MachineSet Own(View view)
    {
        var set = view.Set;
        if (set.Metadata.IsDeleting)
        {
            return set;
        }

        var metadata = set.Metadata.WithFinalizer(Finalizers.MachineSet).WithLabel(Labels.ClusterName, set.Spec.ClusterName);
        if (metadata.ControllerOwner is null && view.Cluster is not null)
        {
            metadata = metadata.WithOwner(view.Cluster.AsOwner());
        }

        return set.WithMetadata(metadata);
    }

    private async ValueTask SaveStatusAsync(View view, MachineSetStatus status, Condition paused, CancellationToken cancellation)
    {
        var reported = view.Set with
        {
            Status = status with { Conditions = ConditionSet.Set(status.Conditions, paused, view.Now, view.Set.Metadata.Generation) },
        };
        await context.Client.SaveUnlessGoneAsync(view.Set, reported, cancellation);
    }
}
