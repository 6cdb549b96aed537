using Slipway.Api.Conditions;
using Slipway.Api.Core;
using Slipway.Api.Core.Machines;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.Shared;

/// <summary>Conditions that sum up those of many Machines; one function for each.</summary>
internal static class MachineReports
{
    private static readonly TimeSpan LongDeletion = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan UpToDateGrace = TimeSpan.FromSeconds(10);

    /// <summary>Whether all Machines are ready.</summary>
    /// <param name="type">The type of the condition.</param>
    /// <param name="machines">The Machines.</param>
    public static Condition Ready(string type, IReadOnlyCollection<Machine> machines) =>
        machines.Count == 0
            ? Facts.True(type, Reasons.NoReplicas)
            : ConditionAggregate.Of(
                type, ConditionTypes.Ready, [.. machines.Select(Source)], [], new MergeReasons(Reasons.NotReady, Reasons.ReadyUnknown, Reasons.Ready));

    /// <summary>Whether all Machines are as their owner wants them; a Machine just made may still lack its word on that.</summary>
    /// <param name="type">The type of the condition.</param>
    /// <param name="machines">The Machines.</param>
    /// <param name="now">The present time.</param>
    public static Condition UpToDate(string type, IReadOnlyCollection<Machine> machines, DateTimeOffset now)
    {
        var told = machines
            .Where(m => ConditionSet.Get(m.Status.Conditions, ConditionTypes.UpToDate) is not null || now - m.Metadata.CreationTimestamp > UpToDateGrace)
            .Select(Source)
            .ToList();
        return told.Count == 0
            ? Facts.True(type, Reasons.NoReplicas)
            : ConditionAggregate.Of(
                type, ConditionTypes.UpToDate, told, [], new MergeReasons(Reasons.NotUpToDate, Reasons.UpToDateUnknown, Reasons.UpToDate));
    }

    /// <summary>Whether Machines are about to be replaced because their health check failed.</summary>
    /// <param name="machines">The Machines.</param>
    public static Condition Remediating(IReadOnlyCollection<Machine> machines)
    {
        var going = machines.Where(m => ToRemediate(m)).ToList();
        if (going.Count > 0)
        {
            var summed = ConditionAggregate.Of(
                ConditionTypes.Remediating, ConditionTypes.OwnerRemediated, [.. going.Select(Source)], [], null);
            return Facts.True(ConditionTypes.Remediating, Reasons.Remediating, summed.Message);
        }

        var sick = machines.Where(m => ConditionSet.IsFalse(m.Status.Conditions, ConditionTypes.HealthCheckSucceeded)).Select(m => m.Metadata.Name).ToList();
        return Facts.False(
            ConditionTypes.Remediating,
            Reasons.NotRemediating,
            sick.Count == 0 ? "" : $"{Prose.Verb(sick.Count, "Machine", "Machines")} {Prose.Some(sick, 3)} {Prose.Verb(sick.Count, "is", "are")} not healthy (not to be remediated)");
    }

    /// <summary>Whether a Machine's health check failed and its owner is asked to replace it.</summary>
    /// <param name="machine">The Machine.</param>
    public static bool ToRemediate(Machine machine) =>
        ConditionSet.IsFalse(machine.Status.Conditions, ConditionTypes.HealthCheckSucceeded)
        && ConditionSet.IsFalse(machine.Status.Conditions, ConditionTypes.OwnerRemediated);

    /// <summary>Whether a Machine belongs to its cluster's control plane.</summary>
    /// <param name="machine">The Machine.</param>
    public static bool IsControlPlane(Machine machine) => machine.Metadata.Labels.ContainsKey(Labels.ControlPlane);

    /// <summary>The versions of Machines and how many have each, oldest first.</summary>
    /// <param name="machines">The Machines.</param>
    public static IReadOnlyList<Api.Core.Shared.StatusVersion> Versions(IEnumerable<Machine> machines) =>
        [.. machines
            .Where(m => m.Spec.Version is { Length: > 0 })
            .GroupBy(m => m.Spec.Version!)
            .OrderBy(g => Contracts.KubernetesVersion.Parse(g.Key))
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Api.Core.Shared.StatusVersion { Version = g.Key, Replicas = g.Count() })];

    /// <summary>Which Machines take long to go, and what they wait for; empty where none does.</summary>
    /// <param name="machines">The Machines.</param>
    /// <param name="now">The present time.</param>
    public static string Lingering(IEnumerable<Machine> machines, DateTimeOffset now)
    {
        var late = machines.Where(m => m.Metadata.DeletionTimestamp is { } since && now - since > LongDeletion).ToList();
        if (late.Count == 0)
        {
            return "";
        }

        var stages = late.Select(m => ConditionSet.Get(m.Status.Conditions, ConditionTypes.Deleting)?.Reason ?? Reasons.Deleting).Distinct().Order(StringComparer.Ordinal);
        return $"\n* {Prose.Verb(late.Count, "Machine", "Machines")} {Prose.Some(late.Select(m => m.Metadata.Name), 3)} {Prose.Verb(late.Count, "is", "are")} being deleted since more than 15m, at: {string.Join(", ", stages)}";
    }

    private static AggregateSource Source(Machine machine) =>
        new("Machine", machine.Metadata.Name, machine.Status.Conditions) { InControlPlane = IsControlPlane(machine) };
}
