using System.Globalization;
using Slipway.Api.Conditions;
using Slipway.Api.Core;
using Slipway.Api.Core.MachineDeployments;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Controllers;

namespace Slipway.Controllers.MachineDeployments;

/// <summary>Brings the MachineSets of one MachineDeployment nearer to its template and its number of Machines.</summary>
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

        var paused = Pause.Report(view.Cluster, view.Deployment);
        if (Pause.Applies(view.Cluster, view.Deployment))
        {
            return await SaveStatusAsync(view, view.Deployment.Status, paused, cancellation) is { } later
                ? ReconcileResult.After(later, StatusPace.Reason)
                : ReconcileResult.Done;
        }

        var owned = view.Deployment.WithMetadata(Own(view));
        view = view with { Deployment = await context.Client.SaveUnlessGoneAsync(view.Deployment, owned, cancellation) };
        var plan = Plan.Make(view, context.Random);
        var attempts = await changes.ApplyAsync(view.Deployment, plan.Changes, cancellation);
        if (view.Deployment.Metadata.IsDeleting && view.Sets.Count == 0)
        {
            var released = view.Deployment.WithMetadata(view.Deployment.Metadata.WithoutFinalizer(Finalizers.MachineDeployment));
            await context.Client.SaveUnlessGoneAsync(view.Deployment, released, cancellation);
            return ReconcileResult.Done;
        }

        if (plan.Revision > 0)
        {
            var noted = view.Deployment.WithMetadata(
                view.Deployment.Metadata.WithAnnotation(Annotations.Revision, plan.Revision.ToString(CultureInfo.InvariantCulture)));
            view = view with { Deployment = await context.Client.SaveUnlessGoneAsync(view.Deployment, noted, cancellation) };
        }

        var held = await SaveStatusAsync(view, Report.Make(view, plan), paused, cancellation);
        attempts.ThrowIfFailed();
        var again = plan.LookAgain is { } moment
            ? ReconcileResult.After(moment - view.Now, "spec.rollout.after has not passed yet")
            : ReconcileResult.Done;
        return held is { } wait ? ReconcileResult.Earlier(ReconcileResult.After(wait, StatusPace.Reason), again) : again;
    }

    private static ObjectMeta Own(View view)
    {
        var metadata = view.Deployment.Metadata;
        if (metadata.IsDeleting)
        {
            return metadata;
        }

        metadata = metadata.WithFinalizer(Finalizers.MachineDeployment).WithLabel(Labels.ClusterName, view.Deployment.Spec.ClusterName);
        return view.Cluster is null ? metadata : metadata.WithOwner(view.Cluster.AsOwner());
    }

    private async ValueTask<TimeSpan?> SaveStatusAsync(View view, MachineDeploymentStatus status, Condition paused, CancellationToken cancellation)
    {
        var present = view.Deployment.Status;
        var wanted = status with { Conditions = ConditionSet.Set(status.Conditions, paused, view.Now, view.Deployment.Metadata.Generation) };
        if (wanted == present)
        {
            return null;
        }

        var isNews = wanted with { Conditions = present.Conditions, Versions = present.Versions } != present;
        var held = _pace.Wait(view.Deployment.Metadata.Key, (present.Conditions, wanted.Conditions), isNews);
        if (held is null)
        {
            await context.Client.SaveUnlessGoneAsync(view.Deployment, view.Deployment with { Status = wanted }, cancellation);
        }

        return held;
    }
}
