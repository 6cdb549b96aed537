using Slipway.Api.Conditions;
using Slipway.Api.Core;
using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.Machines;
using Slipway.Api.Core.Shared;
using Slipway.Controllers.Contracts;
using Slipway.Controllers.Shared;

namespace Slipway.Controllers.Clusters;

/// <summary>How far a Cluster has come: what its status takes over from the objects it refers to, and its counters.</summary>
internal static class Progress
{
    /// <summary>The Cluster's status as it is to be, without conditions.</summary>
    /// <param name="view">What is, the Cluster's metadata and spec brought forward.</param>
    public static ClusterStatus Status(View view)
    {
        var cluster = view.Cluster;
        var status = cluster.Status;
        var infrastructure = view.LivingInfrastructure;

        // What has once been so stays said.
        var provisioned = status.Initialization?.InfrastructureProvisioned == true
            || (cluster.Spec.InfrastructureRef is null && cluster.Spec.Topology is null)
            || infrastructure is { Provisioned: true };
        var initialized = status.Initialization?.ControlPlaneInitialized == true || view.Plane is { Initialized: true };
        status = status with
        {
            ObservedGeneration = cluster.Metadata.Generation,
            Initialization = provisioned || initialized
                ? new ClusterInitializationStatus { InfrastructureProvisioned = provisioned ? true : null, ControlPlaneInitialized = initialized ? true : null }
                : status.Initialization,
            FailureDomains = infrastructure is { Provisioned: true } ? Domains(status.FailureDomains, infrastructure.FailureDomains) : status.FailureDomains,
            ControlPlane = ControlPlane(view),
            Workers = Workers(view),
        };
        return status with { Phase = Phase(cluster, status) };
    }

    internal static string Phase(Cluster cluster, ClusterStatus status) =>
        cluster.Metadata.IsDeleting ? ObjectPhases.Deleting
        : status.Initialization?.InfrastructureProvisioned == true && cluster.Spec.ControlPlaneEndpoint.IsValid ? ObjectPhases.Provisioned
        : cluster.Spec.InfrastructureRef is not null || cluster.Spec.ControlPlaneRef is not null ? ObjectPhases.Provisioning
        : ObjectPhases.Pending;

    private static ClusterControlPlaneStatus? ControlPlane(View view)
    {
        if (view.Plane is { } plane)
        {
            return new ClusterControlPlaneStatus
            {
                DesiredReplicas = plane.DesiredReplicas,
                Replicas = plane.Replicas,
                ReadyReplicas = plane.ReadyReplicas,
                AvailableReplicas = plane.AvailableReplicas,
                UpToDateReplicas = plane.UpToDateReplicas,
                Versions = Same.Or(view.Cluster.Status.ControlPlane?.Versions ?? [], plane.Versions),
            };
        }

        var machines = view.ControlPlaneMachines.ToList();
        return view.Cluster.Spec.ControlPlaneRef is not null || machines.Count == 0
            ? view.Cluster.Status.ControlPlane
            : new ClusterControlPlaneStatus
            {
                DesiredReplicas = machines.Count,
                Replicas = machines.Count,
                ReadyReplicas = Having(machines, ConditionTypes.Ready),
                AvailableReplicas = Having(machines, ConditionTypes.Available),
                UpToDateReplicas = Having(machines, ConditionTypes.UpToDate),
                Versions = Same.Or(view.Cluster.Status.ControlPlane?.Versions ?? [], MachineReports.Versions(machines)),
            };
    }

    private static WorkersStatus Workers(View view)
    {
        var sets = view.LoneSets.ToList();
        var lone = view.LoneWorkers.ToList();
        return new WorkersStatus
        {
            DesiredReplicas = view.Deployments.Sum(d => d.Spec.Replicas ?? 0) + sets.Sum(s => s.Spec.Replicas ?? 0) + lone.Count,
            Replicas = view.Deployments.Sum(d => d.Status.Replicas ?? 0) + sets.Sum(s => s.Status.Replicas ?? 0) + lone.Count,
            ReadyReplicas = view.Deployments.Sum(d => d.Status.ReadyReplicas ?? 0) + sets.Sum(s => s.Status.ReadyReplicas ?? 0) + Having(lone, ConditionTypes.Ready),
            AvailableReplicas = view.Deployments.Sum(d => d.Status.AvailableReplicas ?? 0) + sets.Sum(s => s.Status.AvailableReplicas ?? 0) + Having(lone, ConditionTypes.Available),
            UpToDateReplicas = view.Deployments.Sum(d => d.Status.UpToDateReplicas ?? 0) + sets.Sum(s => s.Status.UpToDateReplicas ?? 0) + Having(lone, ConditionTypes.UpToDate),
            Versions = Same.Or(view.Cluster.Status.Workers?.Versions ?? [], MachineReports.Versions(view.Workers)),
        };
    }

    private static IReadOnlyList<FailureDomain> Domains(IReadOnlyList<FailureDomain> present, IReadOnlyList<FailureDomain> wanted) =>
        present.Count == wanted.Count && present.Zip(wanted).All(p =>
            p.First.Name == p.Second.Name && p.First.ControlPlane == p.Second.ControlPlane && Same.Are(p.First.Attributes, p.Second.Attributes))
            ? present
            : wanted;

    private static int Having(List<Machine> machines, string condition) =>
        machines.Count(m => ConditionSet.IsTrue(m.Status.Conditions, condition));
}
