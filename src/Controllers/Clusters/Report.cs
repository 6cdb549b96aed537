using Slipway.Api.Conditions;
using Slipway.Api.Core.Clusters;
using Slipway.Controllers.Contracts;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.Clusters;

/// <summary>The status of a Cluster; one function for each condition.</summary>
internal static class Report
{
    /// <summary>How long failing probes are borne.</summary>
    internal static readonly TimeSpan ProbeGrace = TimeSpan.FromSeconds(50);

    /// <summary>The whole status.</summary>
    /// <param name="view">What is, the Cluster's metadata and spec brought forward.</param>
    /// <param name="deletion">Where the Cluster stands on its way out; null while it stays.</param>
    public static ClusterStatus Make(View view, Deletion? deletion)
    {
        var status = Progress.Status(view);
        var generation = view.Cluster.Metadata.Generation;
        var workers = view.Workers.ToList();
        var planeMachines = view.ControlPlaneMachines.ToList();
        var conditions = status.Conditions.With(
            [
                TopologyReconciled(view),
                InfrastructureReady(view, status),
                ControlPlaneInitialized(view, status),
                ControlPlaneAvailable(view, status),
                WorkersAvailable(view),
                MachineReports.Ready(ConditionTypes.ControlPlaneMachinesReady, planeMachines),
                MachineReports.Ready(ConditionTypes.WorkerMachinesReady, workers),
                MachineReports.UpToDate(ConditionTypes.ControlPlaneMachinesUpToDate, planeMachines, view.Now),
                MachineReports.UpToDate(ConditionTypes.WorkerMachinesUpToDate, workers, view.Now),
                RemoteConnectionProbe(view),
                Movement(view, ConditionTypes.RollingOut, new MergeReasons(Reasons.RollingOut, Reasons.RollingOutUnknown, Reasons.NotRollingOut)),
                Movement(view, ConditionTypes.ScalingUp, new MergeReasons(Reasons.ScalingUp, Reasons.ScalingUpUnknown, Reasons.NotScalingUp)),
                Movement(view, ConditionTypes.ScalingDown, new MergeReasons(Reasons.ScalingDown, Reasons.ScalingDownUnknown, Reasons.NotScalingDown)),
                MachineReports.Remediating(view.Machines),
                Deleting(deletion),
            ],
            view.Now,
            generation);
        conditions = ConditionSet.Set(conditions, Available(view, conditions), view.Now, generation);
        return status with { Conditions = conditions };
    }

    /// <summary>When failing probes have been borne long enough; null where that does not come by the clock.</summary>
    /// <param name="view">What is.</param>
    public static TimeSpan? ProbeOverdueIn(View view) =>
        view.Connection.LastProbeSuccess is { } last && view.Connection.Failures > 0 && last + ProbeGrace - view.Now is var left && left > TimeSpan.Zero ? left : null;

    internal static Condition? TopologyReconciled(View view) => view.Cluster.Spec.Topology is null
        ? null
        : Facts.False(
            ConditionTypes.TopologyReconciled,
            ClusterReasons.ReconcileFailed,
            "spec.topology is not supported by this version: nothing is made from a ClusterClass; use spec.controlPlaneRef and spec.infrastructureRef");

    internal static Condition InfrastructureReady(View view, ClusterStatus status)
    {
        const string type = ConditionTypes.InfrastructureReady;
        if (view.Infrastructure is not { } infrastructure)
        {
            return view.Cluster.Spec.Topology is null
                ? Facts.True(type, Reasons.Ready, "The Cluster has no infrastructureRef")
                : Facts.False(type, Reasons.ObjectDoesNotExist, "Waiting for cluster topology to be reconciled");
        }

        if (!infrastructure.Found)
        {
            return Missing(type, view, infrastructure, status.Initialization?.InfrastructureProvisioned == true);
        }

        var provisioned = new InfrastructureCluster(infrastructure.Object, infrastructure.Kind).Provisioned;
        var fallback = provisioned
            ? Facts.True(type, Reasons.Ready)
            : Facts.False(type, Reasons.NotReady, $"{infrastructure.Reference.Kind} status.initialization.provisioned is false");
        return ConditionMirror.Of(type, ConditionTypes.Ready, ObjectConditions.Of(infrastructure.Object.Json), fallback);
    }

    internal static Condition ControlPlaneInitialized(View view, ClusterStatus status)
    {
        const string type = ConditionTypes.ControlPlaneInitialized;
        if (status.Initialization?.ControlPlaneInitialized == true || ConditionSet.IsTrue(status.Conditions, type))
        {
            return Facts.True(type, Reasons.Initialized);
        }

        if (view.Cluster.Spec.ControlPlaneRef is null)
        {
            return view.ControlPlaneMachines.Any(m => m.Status.NodeRef is not null)
                ? Facts.True(type, Reasons.Initialized)
                : Facts.False(type, Reasons.NotInitialized, "Waiting for the first control plane Machine to have its status.nodeRef set");
        }

        return Facts.False(
            type, Reasons.NotInitialized, view.ControlPlane is { Found: false } missing ? missing.Problem : "Control plane not yet initialized");
    }

    internal static Condition ControlPlaneAvailable(View view, ClusterStatus status)
    {
        const string type = ConditionTypes.ControlPlaneAvailable;
        if (view.ControlPlane is not { } plane)
        {
            return view.Cluster.Spec.Topology is not null
                ? Facts.False(type, Reasons.ObjectDoesNotExist, "Waiting for cluster topology to be reconciled")
                : view.ControlPlaneMachines.Any(m => ConditionSet.IsTrue(m.Status.Conditions, ConditionTypes.Available))
                    ? Facts.True(type, Reasons.Available)
                    : Facts.False(type, Reasons.NotAvailable, "The Cluster has no controlPlaneRef, and no control plane Machine is available");
        }

        if (!plane.Found)
        {
            return Missing(type, view, plane, status.Initialization?.ControlPlaneInitialized == true);
        }

        var fallback = view.Plane!.Initialized
            ? Facts.True(type, Reasons.Available)
            : Facts.False(type, Reasons.NotAvailable, $"{plane.Reference.Kind} status.initialization.controlPlaneInitialized is false");
        return ConditionMirror.Of(type, ConditionTypes.Available, ObjectConditions.Of(plane.Object.Json), fallback);
    }

    internal static Condition WorkersAvailable(View view) => view.Deployments.Count == 0
        ? Facts.True(ConditionTypes.WorkersAvailable, Reasons.NoWorkers)
        : ConditionAggregate.Of(
            ConditionTypes.WorkersAvailable,
            ConditionTypes.Available,
            [.. view.Deployments.Select(d => new AggregateSource(d.Kind, d.Metadata.Name, d.Status.Conditions))],
            [],
            new MergeReasons(Reasons.NotAvailable, Reasons.AvailableUnknown, Reasons.Available));

    internal static Condition? RemoteConnectionProbe(View view)
    {
        const string type = ConditionTypes.RemoteConnectionProbe;
        var connection = view.Connection;
        if (connection.LastProbeSuccess is { } last)
        {
            return view.Now - last < ProbeGrace || connection is { IsConnected: true, Failures: 0 }
                ? Facts.True(type, ClusterReasons.ProbeSucceeded)
                : Facts.False(type, ClusterReasons.ProbeFailed, $"Remote connection probe failed, probe last succeeded at {Prose.Moment(last)}{Why(connection)}");
        }

        return connection.IsConnected
            ? Facts.True(type, ClusterReasons.ProbeSucceeded)
            : Facts.False(type, ClusterReasons.ProbeFailed, $"Remote connection not established yet{Why(connection)}");
    }

    /// <summary>Whether anything is under way of one sort: such conditions are good when they do not hold.</summary>
    internal static Condition Movement(View view, string type, MergeReasons reasons)
    {
        var sources = view.Deployments.Select(d => new AggregateSource(d.Kind, d.Metadata.Name, d.Status.Conditions)).ToList();
        if (view.ControlPlane is { Found: true } plane && ObjectConditions.Of(plane.Object.Json) is var told && ConditionSet.Get(told, type) is not null)
        {
            sources.Add(new AggregateSource(plane.Object.Kind, plane.Object.Metadata.Name, told) { InControlPlane = true });
        }

        if (type != ConditionTypes.RollingOut)
        {
            sources.AddRange(view.LoneSets.Select(s => new AggregateSource(s.Kind, s.Metadata.Name, s.Status.Conditions)));
        }

        if (sources.Count == 0)
        {
            return Facts.False(type, reasons.Good);
        }

        var summed = ConditionAggregate.Of(type, type, sources, [type], reasons);
        return summed with
        {
            Status = summed.Status switch { ConditionSet.True => ConditionSet.False, ConditionSet.False => ConditionSet.True, var same => same },
        };
    }

    internal static Condition Deleting(Deletion? deletion) => deletion is null
        ? Facts.False(ConditionTypes.Deleting, Reasons.NotDeleting)
        : Facts.True(ConditionTypes.Deleting, deletion.Reason, deletion.Message);

    internal static Condition Available(View view, IReadOnlyList<Condition> conditions)
    {
        var gates = view.Cluster.Spec.AvailabilityGates;
        string[] own =
        [
            ConditionTypes.Deleting, ConditionTypes.RemoteConnectionProbe, ConditionTypes.InfrastructureReady,
            ConditionTypes.ControlPlaneAvailable, ConditionTypes.WorkersAvailable, ConditionTypes.TopologyReconciled,
        ];
        if (view.Cluster.Metadata.IsDeleting)
        {
            // What a Cluster on its way out lacks is no news.
            own = [.. own.Where(t => ConditionSet.Get(conditions, t) is not { Reason: Reasons.ObjectDeleted or Reasons.ObjectDoesNotExist })];
        }

        return ConditionSummary.Of(ConditionTypes.Available, conditions, new SummaryRules
        {
            Types = [.. own, .. gates.Select(g => g.ConditionType)],
            NegativeTypes = [ConditionTypes.Deleting, .. gates.Where(g => g.Polarity == "Negative").Select(g => g.ConditionType)],
            OptionalTypes = [ConditionTypes.TopologyReconciled],
            Reasons = new MergeReasons(Reasons.NotAvailable, Reasons.AvailableUnknown, Reasons.Available),
        });
    }

    private static string Why(Workloads.WorkloadState connection) => connection.Message.Length > 0 ? $": {connection.Message}" : "";

    private static Condition Missing(string type, View view, ExternalObject value, bool existed) =>
        view.Cluster.Metadata.IsDeleting ? Facts.False(type, Reasons.ObjectDeleted, $"{value} has been deleted")
        : existed ? Facts.False(type, Reasons.ObjectDeleted, $"{value} has been deleted while the Cluster still exists")
        : Facts.False(type, Reasons.ObjectDoesNotExist, value.Problem);
}
