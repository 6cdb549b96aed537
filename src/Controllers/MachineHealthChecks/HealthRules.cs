using Slipway.Api.Conditions;
using Slipway.Api.Core;
using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.MachineHealthChecks;
using Slipway.Controllers.Shared;

namespace Slipway.Controllers.MachineHealthChecks;

/// <summary>When a Machine is not healthy; pure.</summary>
internal static class HealthRules
{
    private const int DefaultStartupSeconds = 600;

    /// <summary>Looks at one Machine.</summary>
    /// <param name="target">The Machine.</param>
    /// <param name="checks">What is looked for; null for the defaults.</param>
    /// <param name="cluster">Its cluster.</param>
    /// <param name="now">The present time.</param>
    public static Health Examine(Target target, MachineHealthCheckChecks? checks, Cluster cluster, DateTimeOffset now)
    {
        if (target.Machine.Metadata.Annotations.ContainsKey(Annotations.RemediateMachine))
        {
            return Unhealthy(target, MachineReasons.HasRemediateAnnotation, [$"marked for remediation via {Annotations.RemediateMachine} annotation"], oneLine: true);
        }

        // Before the cluster can carry Nodes their absence says nothing; only the first control plane Machine can be at fault.
        if (!ConditionSet.IsTrue(cluster.Status.Conditions, ConditionTypes.InfrastructureReady)
            || (!ConditionSet.IsTrue(cluster.Status.Conditions, ConditionTypes.ControlPlaneInitialized) && !MachineReports.IsControlPlane(target.Machine)))
        {
            return new Health(target, HealthState.Undecided);
        }

        var soonest = new Soonest();
        var machineFaults = MachineFaults(target, checks, now, soonest);
        var (nodeReason, nodeFaults) = NodeFaults(target, checks, cluster, now, soonest);
        if (machineFaults.Count + nodeFaults.Count > 0)
        {
            return Unhealthy(target, machineFaults.Count > 0 ? MachineReasons.UnhealthyMachine : nodeReason, [.. machineFaults, .. nodeFaults], oneLine: false);
        }

        var healthy = target.Node is not null && !target.Machine.Metadata.IsDeleting && soonest.Delay is null;
        return new Health(target, healthy ? HealthState.Healthy : HealthState.Undecided) { ChangesIn = soonest.Delay };
    }

    private static List<string> MachineFaults(Target target, MachineHealthCheckChecks? checks, DateTimeOffset now, Soonest soonest)
    {
        var faults = new List<string>();
        foreach (var rule in checks?.UnhealthyMachineConditions ?? [])
        {
            if (ConditionSet.Get(target.Machine.Status.Conditions, rule.Type) is { } condition && condition.Status == rule.Status
                && soonest.IsOver(condition.LastTransitionTime, rule.TimeoutSeconds, now))
            {
                faults.Add($"Condition {rule.Type} on Machine is reporting status {rule.Status} with reason {condition.Reason} for more than {Prose.Span(TimeSpan.FromSeconds(rule.TimeoutSeconds))}");
            }
        }

        return faults;
    }

    private static (string Reason, List<string> Faults) NodeFaults(
        Target target, MachineHealthCheckChecks? checks, Cluster cluster, DateTimeOffset now, Soonest soonest)
    {
        if (target.Node is not { } node)
        {
            if (target.Machine.Status.NodeRef is { } gone)
            {
                // A Machine on its way out takes its Node along.
                return target.NodesKnown && !target.Machine.Metadata.IsDeleting ? (MachineReasons.NodeDeleted, [$"Node {gone.Name} has been deleted"]) : ("", []);
            }

            var limit = checks?.NodeStartupTimeoutSeconds ?? DefaultStartupSeconds;
            return limit > 0 && soonest.IsOver(StartupBegan(target, cluster), limit, now)
                ? (MachineReasons.NodeStartupTimeout, [$"Node failed to report startup in {Prose.Span(TimeSpan.FromSeconds(limit))}"])
                : ("", []);
        }

        var faults = new List<string>();
        foreach (var rule in checks?.UnhealthyNodeConditions ?? [])
        {
            if (node.Status.Conditions.FirstOrDefault(c => c.Type == rule.Type) is { } condition && condition.Status == rule.Status
                && soonest.IsOver(condition.LastTransitionTime ?? default, rule.TimeoutSeconds, now))
            {
                faults.Add($"Condition {rule.Type} on Node is reporting status {rule.Status} with reason {condition.Reason} for more than {Prose.Span(TimeSpan.FromSeconds(rule.TimeoutSeconds))}");
            }
        }

        return (MachineReasons.UnhealthyNode, faults);
    }

    /// <summary>Since when a Node could be expected: not before everything it needs was there.</summary>
    internal static DateTimeOffset StartupBegan(Target target, Cluster cluster)
    {
        var began = target.Machine.Metadata.CreationTimestamp ?? default;
        foreach (var condition in (Machinery.Objects.Condition?[])
        [
            ConditionSet.Get(cluster.Status.Conditions, ConditionTypes.ControlPlaneInitialized),
            ConditionSet.Get(cluster.Status.Conditions, ConditionTypes.InfrastructureReady),
            ConditionSet.Get(target.Machine.Status.Conditions, ConditionTypes.InfrastructureReady),
        ])
        {
            if (condition is { Status: ConditionSet.True } && condition.LastTransitionTime > began)
            {
                began = condition.LastTransitionTime;
            }
        }

        return began;
    }

    private static Health Unhealthy(Target target, string reason, IReadOnlyList<string> faults, bool oneLine) =>
        new(target, HealthState.Unhealthy)
        {
            Reason = reason,
            Message = oneLine ? $"Health check failed: {faults[0]}" : "Health check failed:\n" + string.Join('\n', faults.Select(f => $"  * {f}")),
        };

    /// <summary>Remembers the nearest moment at which time alone changes something.</summary>
    private sealed class Soonest
    {
        public TimeSpan? Delay { get; private set; }

        public bool IsOver(DateTimeOffset since, int seconds, DateTimeOffset now)
        {
            var left = since + TimeSpan.FromSeconds(seconds) - now;
            if (left <= TimeSpan.Zero)
            {
                return true;
            }

            Delay = Delay is { } earlier && earlier < left ? earlier : left;
            return false;
        }
    }
}
