using Slipway.Api.Core;
using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.Machines;
using Slipway.Api.Kubernetes;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Controllers;
using Slipway.Runtime.Informers;

namespace Slipway.Controllers.Workloads;

/// <summary>What wakes the connections to workload clusters.</summary>
public static class WorkloadWiring
{
    /// <summary>The end of the name of the Secret with a cluster's kubeconfig.</summary>
    internal const string KubeconfigEnd = "-kubeconfig";

    /// <summary>The index of control-plane Machines by their cluster's namespace and name.</summary>
    internal const string ControlPlaneIndex = "controlPlaneOfCluster";

    private const int Workers = 16;

    /// <summary>The Secrets that belong to clusters.</summary>
    internal static InformerScope ClusterSecrets { get; } = new(LabelSelector: Labels.ClusterName);

    /// <summary>Makes the controller that connects to workload clusters and probes them.</summary>
    /// <param name="informers">The snapshots of the management cluster.</param>
    /// <param name="workloads">Where the connections are held.</param>
    /// <param name="connector">Makes connections.</param>
    public static Controller Controller(InformerCache informers, WorkloadClusters workloads, IWorkloadConnector connector)
    {
        ArgumentNullException.ThrowIfNull(informers);
        AddIndex(informers.Of<Machine>());
        return Runtime.Controllers.Controller.Named("workload")
            .For<Cluster>(informers, Matters)
            .Watches(informers.Of<Secret>(ClusterSecrets), FromKubeconfig)
            .Watches<Machine>(FromControlPlane, Matters)
            .Workers(Workers)
            .Reconcile(new WorkloadReconciler(informers, workloads, connector))
            .Build();
    }

    /// <summary>Adds <see cref="ControlPlaneIndex"/>.</summary>
    /// <param name="machines">The Machines.</param>
    internal static void AddIndex(IInformer<Machine> machines) =>
        machines.AddIndex(ControlPlaneIndex, static m => FromControlPlane(m).Select(k => k.ToString()));

    private static IEnumerable<ObjectKey> FromKubeconfig(Secret secret) =>
        secret.Metadata.Name.EndsWith(KubeconfigEnd, StringComparison.Ordinal)
            ? [secret.Metadata.Key with { Name = secret.Metadata.Name[..^KubeconfigEnd.Length] }]
            : [];

    private static IEnumerable<ObjectKey> FromControlPlane(Machine machine) =>
        machine.Metadata.Labels.ContainsKey(Labels.ControlPlane) && machine.Spec.ClusterName.Length > 0
            ? [machine.Metadata.Key with { Name = machine.Spec.ClusterName }]
            : [];

    private static bool Matters(InformerChange<Cluster> change) =>
        change.IsAdded || change.IsDeleted || change.Old!.Status.Initialization != change.New!.Status.Initialization;

    private static bool Matters(InformerChange<Machine> change) =>
        change.IsAdded || change.IsDeleted
        || change.Old!.Status.Initialization?.InfrastructureProvisioned != change.New!.Status.Initialization?.InfrastructureProvisioned;
}
