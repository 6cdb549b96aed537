using Slipway.Api.Kubernetes.Nodes;
using Slipway.Api.Kubernetes.Pods;
using Slipway.Controllers.Workloads;
using Slipway.Controllers.Workloads.Etcd;

namespace Slipway.Controllers.KubeadmControlPlanes.Views;

/// <summary>What a pass knows of the workload cluster.</summary>
internal sealed record WorkloadFacts
{
    /// <summary>The workload cluster; null while it is not connected.</summary>
    public WorkloadCluster? Cluster { get; init; }

    /// <summary>How the connection is.</summary>
    public WorkloadState State { get; init; } = WorkloadState.Unseen;

    /// <summary>Whether the workload cluster can be seen.</summary>
    public bool IsConnected { get; init; }

    /// <summary>The Nodes of the control plane by name.</summary>
    public IReadOnlyDictionary<string, Node> Nodes { get; init; } = new Dictionary<string, Node>(0);

    /// <summary>The Pods of the control plane's components by name.</summary>
    public IReadOnlyDictionary<string, Pod> Pods { get; init; } = new Dictionary<string, Pod>(0);

    /// <summary>Who belongs to the etcd cluster; null where nobody was asked or nobody answered.</summary>
    public EtcdSnapshot? Etcd { get; init; }

    /// <summary>Why the etcd cluster did not answer; empty where it did or was not asked.</summary>
    public string EtcdProblem { get; init; } = "";

    /// <summary>Whether kubeadm has finished the first machine, as its ConfigMap tells.</summary>
    public bool HasKubeadmConfig { get; init; }
}
