using Slipway.Api.Conditions;
using Slipway.Api.Core.Machines;
using Slipway.Controllers.Contracts;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.Machines;

/// <summary>The status of a Machine; one function for each condition.</summary>
internal static class Report
{
    private static readonly TimeSpan LongDeletion = TimeSpan.FromMinutes(15);

    private static readonly string[] ComponentTypes =
    [
        ConditionTypes.APIServerPodHealthy, ConditionTypes.ControllerManagerPodHealthy, ConditionTypes.SchedulerPodHealthy, ConditionTypes.EtcdPodHealthy,
    ];

    /// <summary>The whole status.</summary>
    /// <param name="view">What is, the Machine's metadata and spec brought forward.</param>
    /// <param name="step">Where it stands on its way out; null while it stays.</param>
    public static MachineStatus Make(View view, DeletionStep? step)
    {
        var machine = view.Machine;
        var status = Progress.Status(view);
        var phase = Progress.Phase(machine, status);
        status = status with
        {
            Phase = phase,
            LastUpdated = phase == status.Phase ? status.LastUpdated : view.Now,
            Deletion = step is null || step.Times == new MachineDeletionStatus() ? status.Deletion : step.Times,
        };
        var generation = machine.Metadata.Generation;
        var conditions = status.Conditions.With(
            [
                BootstrapConfigReady(view, status),
                InfrastructureReady(view, status),
                NodeReport.Ready(view, status),
                NodeReport.Healthy(view, status),
                Deleting(step),
                Facts.False(ConditionTypes.Updating, MachineReasons.NotUpdating),
                UpToDate(view),
            ],
            view.Now,
            generation);
        conditions = ConditionSet.Set(conditions, Ready(view, conditions), view.Now, generation);
        conditions = ConditionSet.Set(conditions, Available(view, conditions), view.Now, generation);
        return status with { Conditions = conditions };
    }

    /// <summary>How long until the Machine may count as available; null where no time is waited for.</summary>
    /// <param name="view">What is.</param>
    /// <param name="status">The status as it is to be.</param>
    public static TimeSpan? AvailableIn(View view, MachineStatus status) =>
        ConditionSet.Get(status.Conditions, ConditionTypes.Available) is { Reason: MachineReasons.WaitingForMinReadySeconds }
        && ConditionSet.Get(status.Conditions, ConditionTypes.Ready) is { } ready
            ? ready.LastTransitionTime + TimeSpan.FromSeconds(view.Machine.Spec.MinReadySeconds ?? 0) - view.Now
            : null;

    internal static Condition BootstrapConfigReady(View view, MachineStatus status)
    {
        if (view.Bootstrap is not { } bootstrap)
        {
            return Facts.True(ConditionTypes.BootstrapConfigReady, MachineReasons.DataSecretProvided);
        }

        if (!bootstrap.Found)
        {
            return Missing(ConditionTypes.BootstrapConfigReady, view, bootstrap, status.Initialization?.BootstrapDataSecretCreated == true);
        }

        var config = view.BootstrapConfig!;
        var created = config.DataSecretCreated && config.DataSecretName is not null;
        var message = created ? "" : config.DataSecretCreated
            ? $"{bootstrap} says that its data Secret was created, but status.dataSecretName is empty"
            : $"{bootstrap.Reference.Kind} status.initialization.dataSecretCreated is false";
        return Mirror(ConditionTypes.BootstrapConfigReady, bootstrap, created, message);
    }

    internal static Condition InfrastructureReady(View view, MachineStatus status)
    {
        var infrastructure = view.Infrastructure;
        if (!infrastructure.Found)
        {
            return Missing(ConditionTypes.InfrastructureReady, view, infrastructure, status.Initialization?.InfrastructureProvisioned == true);
        }

        var provisioned = view.InfrastructureMachine!.Provisioned;
        return Mirror(
            ConditionTypes.InfrastructureReady, infrastructure, provisioned, provisioned ? "" : $"{infrastructure.Reference.Kind} status.initialization.provisioned is false");
    }

    internal static Condition Deleting(DeletionStep? step) => step is null
        ? Facts.False(ConditionTypes.Deleting, Reasons.NotDeleting)
        : Facts.True(ConditionTypes.Deleting, step.Reason, step.Message);

    /// <summary>Only a MachineDeployment has two templates to compare: its own, and that of the MachineSet.</summary>
    internal static Condition? UpToDate(View view)
    {
        if (view is not { Set: { } set, Deployment: { } deployment })
        {
            return null;
        }

        var differences = MachineTemplates.Differences(set.Spec.Template.Spec, deployment.Spec.Template.Spec).ToList();
        if (deployment.Spec.Rollout?.After is { } after && after <= view.Now && set.Metadata.CreationTimestamp < after)
        {
            differences.Add($"MachineDeployment spec.rollout.after ({Prose.Moment(after)}) has passed");
        }

        if (differences.Count > 0)
        {
            return Facts.False(ConditionTypes.UpToDate, Reasons.NotUpToDate, string.Join('\n', differences.Select(d => $"* {d}")));
        }

        var kubelet = view.Node?.Status.NodeInfo?.KubeletVersion;
        return kubelet is not null && view.Machine.Spec.Version is { } version && kubelet != version
            ? Facts.False(ConditionTypes.UpToDate, MachineReasons.Updating, $"* The Node's kubelet has version {kubelet}, {version} is wanted")
            : Facts.True(ConditionTypes.UpToDate, Reasons.UpToDate);
    }

    internal static Condition Ready(View view, IReadOnlyList<Condition> conditions)
    {
        var gates = view.Machine.Spec.ReadinessGates;
        var rules = new SummaryRules
        {
            Types =
            [
                ConditionTypes.Deleting, ConditionTypes.Updating, ConditionTypes.BootstrapConfigReady, ConditionTypes.InfrastructureReady,
                ConditionTypes.NodeHealthy, ConditionTypes.HealthCheckSucceeded, .. gates.Select(g => g.ConditionType),
            ],
            NegativeTypes =
            [
                ConditionTypes.Deleting, ConditionTypes.Updating, .. gates.Where(g => g.Polarity == "Negative").Select(g => g.ConditionType),
            ],
            OptionalTypes = [ConditionTypes.HealthCheckSucceeded],
            Reasons = new MergeReasons(Reasons.NotReady, Reasons.ReadyUnknown, Reasons.Ready),
        };
        if (view.Machine.Metadata.IsDeleting && ConditionSet.Get(conditions, ConditionTypes.Deleting) is { } deleting)
        {
            // What a Machine on its way out lacks is no news.
            conditions = [.. conditions.Where(c => c.Type != ConditionTypes.Deleting), deleting with { Message = Leaving(view, deleting) }];
            rules = rules with { Types = [ConditionTypes.Deleting, .. rules.Types.Where(t => t != ConditionTypes.Deleting && !IsGone(conditions, t))] };
        }

        var summary = ConditionSummary.Of(ConditionTypes.Ready, conditions, rules);
        return summary with { Message = Collapse(summary.Message) };
    }

    internal static Condition Available(View view, IReadOnlyList<Condition> conditions)
    {
        if (ConditionSet.Get(conditions, ConditionTypes.Ready) is not { Status: ConditionSet.True } ready)
        {
            return Facts.False(ConditionTypes.Available, Reasons.NotReady);
        }

        var wait = TimeSpan.FromSeconds(view.Machine.Spec.MinReadySeconds ?? 0);
        return wait > TimeSpan.Zero && view.Now - ready.LastTransitionTime < wait
            ? Facts.False(ConditionTypes.Available, MachineReasons.WaitingForMinReadySeconds, $"The Machine counts as available after it was ready for {Prose.Span(wait)}")
            : Facts.True(ConditionTypes.Available, Reasons.Available);
    }

    /// <summary>Says once what all control plane components of a Machine say alike.</summary>
    internal static string Collapse(string message)
    {
        var lines = message.Split('\n');
        var alike = lines.Where(l => ComponentTypes.Any(t => l.StartsWith($"* {t}:", StringComparison.Ordinal))).ToList();
        if (alike.Count < 2 || alike.Select(l => l[l.IndexOf(':', StringComparison.Ordinal)..]).Distinct().Count() > 1)
        {
            return message;
        }

        var said = $"* Control plane components{alike[0][alike[0].IndexOf(':', StringComparison.Ordinal)..]}";
        return string.Join('\n', lines.Select(l => l == alike[0] ? said : l).Where(l => l == said || !alike.Contains(l)));
    }

    private static bool IsGone(IReadOnlyList<Condition> conditions, string type) =>
        ConditionSet.Get(conditions, type) is { Reason: Reasons.ObjectDeleted or Reasons.ObjectDoesNotExist or MachineReasons.NodeDeleted or MachineReasons.NodeDoesNotExist };

    private static string Leaving(View view, Condition deleting)
    {
        var late = view.Now - view.Machine.Metadata.DeletionTimestamp > LongDeletion;
        return $"Machine deletion in progress{(late ? " since more than 15m" : "")}, stage: {deleting.Reason}";
    }

    private static Condition Mirror(string type, ExternalObject value, bool good, string message)
    {
        var fallback = good ? Facts.True(type, Reasons.Ready) : Facts.False(type, Reasons.NotReady, message);
        return ConditionMirror.Of(type, ConditionTypes.Ready, ObjectConditions.Of(value.Object!.Json), fallback);
    }

    private static Condition Missing(string type, View view, ExternalObject value, bool existed) =>
        view.Machine.Metadata.IsDeleting ? Facts.False(type, Reasons.ObjectDeleted, $"{value} has been deleted")
        : existed ? Facts.False(type, Reasons.ObjectDeleted, $"{value} has been deleted while the Machine still exists")
        : Facts.False(type, Reasons.ObjectDoesNotExist, value.Problem);
}
