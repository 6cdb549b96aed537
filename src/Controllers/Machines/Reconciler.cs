using Slipway.Api.Conditions;
using Slipway.Api.Core;
using Slipway.Api.Core.Machines;
using Slipway.Controllers.Machines.Draining;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Controllers;

namespace Slipway.Controllers.Machines;

/// <summary>Brings one Machine from its template to a running Node, and out again.</summary>
/// <param name="context">What every controller is given.</param>
/// <param name="observer">Reads views.</param>
/// <param name="chronicle">Is told of each change.</param>
internal sealed class Reconciler(ControllerContext context, Observer observer, Chronicle chronicle) : IReconciler
{
    private static readonly TimeSpan DrainRetry = TimeSpan.FromSeconds(20);

    private readonly Changes _changes = new(context.Client, chronicle);
    private readonly Drainer _drainer = new(chronicle, context.Time);
    private readonly AttachedVolumes _volumes = new(chronicle);
    private readonly StatusPace _pace = new(context.Time);

    /// <inheritdoc/>
    public async ValueTask<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellation)
    {
        if (await observer.ReadAsync(key, cancellation) is not { } view)
        {
            _pace.Forget(key);
            return ReconcileResult.Done;
        }

        var paused = Pause.Report(view.Cluster, view.Machine);
        if (Pause.Applies(view.Cluster, view.Machine))
        {
            return await SaveStatusAsync(view, view.Machine.Status, paused, cancellation) is { } later
                ? ReconcileResult.After(later, StatusPace.Reason)
                : ReconcileResult.Done;
        }

        var attempts = new Attempts();
        var plan = Plan.Make(view);
        view = view with { Machine = await context.Client.SaveUnlessGoneAsync(view.Machine, plan.Machine, cancellation) };
        await _changes.ApplyAsync(view, plan.Changes, attempts, cancellation);
        var waits = new Waits();
        DeletionStep? step = null;
        if (view.Machine.Metadata.IsDeleting)
        {
            step = await LeaveAsync(view, attempts, waits, cancellation);
            if (step.Act == DeletionAct.Finish)
            {
                var released = view.Machine.WithMetadata(view.Machine.Metadata.WithoutFinalizer(Finalizers.Machine));
                await context.Client.SaveUnlessGoneAsync(view.Machine, released, cancellation);
                return ReconcileResult.Done;
            }
        }

        var status = Report.Make(view, step);
        if (await SaveStatusAsync(view, status, paused, cancellation) is { } held)
        {
            waits.Add(held, StatusPace.Reason);
        }

        Tell(view, status);
        attempts.ThrowIfFailed();
        if (Report.AvailableIn(view, status) is { } available)
        {
            waits.Add(available, "the Machine must be ready for spec.minReadySeconds");
        }

        if (NodeReport.StaleIn(view) is { } stale)
        {
            waits.Add(stale, "the workload cluster does not answer; what was last known of the Node grows old");
        }

        return waits.Shortest is { } wait ? ReconcileResult.After(wait.Delay, wait.Reason) : ReconcileResult.Done;
    }

    /// <summary>Goes along the way out until something must be waited for.</summary>
    private async ValueTask<DeletionStep> LeaveAsync(View view, Attempts attempts, Waits waits, CancellationToken cancellation)
    {
        while (true)
        {
            var step = Deletion.Next(view);
            switch (step.Act)
            {
                case DeletionAct.Drain:
                    if (await _drainer.DrainAsync(view.Machine, view.Workload!, view.Node!, step.Times.NodeDrainStartTime ?? view.Now, cancellation) is { } draining)
                    {
                        waits.Add(DrainRetry, "Pods are still on the Node");
                        return step with { Message = draining };
                    }

                    view = Passed(view, step) with { Drained = true };
                    continue;
                case DeletionAct.CheckVolumes:
                    if (await _volumes.CheckAsync(
                        view.Machine, view.Workload!, view.Node!, step.Times.WaitForNodeVolumeDetachStartTime ?? view.Now, cancellation) is { } attached)
                    {
                        waits.Add(DrainRetry, "volumes are still attached to the Node");
                        return step with { Message = attached };
                    }

                    view = Passed(view, step) with { Detached = true };
                    continue;
                default:
                    await _changes.ApplyAsync(view, step.Changes, attempts, cancellation);
                    if (step.Again is { } again)
                    {
                        waits.Add(again.Delay, again.Reason);
                    }

                    return step;
            }
        }
    }

    private static View Passed(View view, DeletionStep step) =>
        view with { Machine = view.Machine with { Status = view.Machine.Status with { Deletion = step.Times } } };

    private void Tell(View view, MachineStatus status)
    {
        if (view.Machine.Status.NodeRef is null && status.NodeRef is { } node)
        {
            chronicle.Did(view.Machine, "SuccessfulSetNodeRef", $"found Node {node.Name} by spec.providerID {view.Machine.Spec.ProviderID}");
        }
    }

    private async ValueTask<TimeSpan?> SaveStatusAsync(View view, MachineStatus status, Condition paused, CancellationToken cancellation)
    {
        var present = view.Machine.Status;
        var wanted = status with { Conditions = ConditionSet.Set(status.Conditions, paused, view.Now, view.Machine.Metadata.Generation) };
        if (wanted == present)
        {
            return null;
        }

        var isNews = wanted with { Conditions = present.Conditions } != present;
        var held = _pace.Wait(view.Machine.Metadata.Key, (present.Conditions, wanted.Conditions), isNews);
        if (held is null)
        {
            await context.Client.SaveUnlessGoneAsync(view.Machine, view.Machine with { Status = wanted }, cancellation);
        }

        return held;
    }
}
