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
    private readonly StatusPace _pace = new(context.Time);

    /// <inheritdoc/>
    public async ValueTask<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellation)
    {
        if (await observer.ReadAsync(key, cancellation) is not { } view)
        {
            _pace.Forget(key);
            return ReconcileResult.Done;
        }

        var paused = Pause.Report(view.Cluster, view.Set);
        if (Pause.Applies(view.Cluster, view.Set))
        {
            return await SaveStatusAsync(view, view.Set.Status, paused, cancellation) is { } later
                ? ReconcileResult.After(later, StatusPace.Reason)
                : ReconcileResult.Done;
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

        var held = await SaveStatusAsync(view, Report.Make(view, plan), paused, cancellation);
        attempts.ThrowIfFailed();
        return held is { } wait ? ReconcileResult.After(wait, StatusPace.Reason) : ReconcileResult.Done;
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

    private async ValueTask<TimeSpan?> SaveStatusAsync(View view, MachineSetStatus status, Condition paused, CancellationToken cancellation)
    {
        var present = view.Set.Status;
        var wanted = status with { Conditions = ConditionSet.Set(status.Conditions, paused, view.Now, view.Set.Metadata.Generation) };
        if (wanted == present)
        {
            return null;
        }

        var isNews = wanted with { Conditions = present.Conditions, Versions = present.Versions } != present;
        var held = _pace.Wait(view.Set.Metadata.Key, (present.Conditions, wanted.Conditions), isNews);
        if (held is null)
        {
            await context.Client.SaveUnlessGoneAsync(view.Set, view.Set with { Status = wanted }, cancellation);
        }

        return held;
    }
}
