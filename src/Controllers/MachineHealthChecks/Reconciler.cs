using Slipway.Api.Conditions;
using Slipway.Api.Core;
using Slipway.Api.Core.MachineHealthChecks;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Controllers;

namespace Slipway.Controllers.MachineHealthChecks;

/// <summary>Looks after the Machines that one MachineHealthCheck selects.</summary>
/// <param name="context">What every controller is given.</param>
/// <param name="observer">Reads views.</param>
/// <param name="chronicle">Is told of each change.</param>
internal sealed class Reconciler(ControllerContext context, Observer observer, Chronicle chronicle) : IReconciler
{
    // Conditions carry whole seconds, so a limit may seem to be over up to a second too late.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(1);

    private readonly Changes _changes = new(context.Client, chronicle);

    /// <inheritdoc/>
    public async ValueTask<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellation)
    {
        if (await observer.ReadAsync(key, cancellation) is not { } view)
        {
            return ReconcileResult.Done;
        }

        var paused = Pause.Report(view.Cluster, view.Check);
        if (Pause.Applies(view.Cluster, view.Check))
        {
            await SaveStatusAsync(view, view.Check.Status, paused, cancellation);
            return ReconcileResult.Done;
        }

        view = view with { Check = await context.Client.SaveUnlessGoneAsync(view.Check, view.Check.WithMetadata(Own(view)), cancellation) };
        var plan = Plan.Make(view);
        var attempts = await _changes.ApplyAsync(view, plan.Changes, cancellation);
        var status = Report.Make(view, plan);
        await SaveStatusAsync(view, status, paused, cancellation);
        if (!plan.Allowance.Allowed && !ConditionSet.IsFalse(view.Check.Status.Conditions, ConditionTypes.RemediationAllowed))
        {
            chronicle.Warned(view.Check, "RemediationRestricted", plan.Allowance.Message);
        }

        attempts.ThrowIfFailed();
        return plan.ChangesIn is { } delay
            ? ReconcileResult.After(delay + Slack, "a Machine may become unhealthy by then")
            : ReconcileResult.Done;
    }

    private static ObjectMeta Own(View view)
    {
        var metadata = view.Check.Metadata;
        return metadata.IsDeleting || view.Cluster is null
            ? metadata
            : metadata.WithLabel(Labels.ClusterName, view.Check.Spec.ClusterName).WithOwner(view.Cluster.AsOwner());
    }

    private async ValueTask SaveStatusAsync(View view, MachineHealthCheckStatus status, Condition paused, CancellationToken cancellation)
    {
        var reported = view.Check with
        {
            Status = status with { Conditions = ConditionSet.Set(status.Conditions, paused, view.Now, view.Check.Metadata.Generation) },
        };
        await context.Client.SaveUnlessGoneAsync(view.Check, reported, cancellation);
    }
}
