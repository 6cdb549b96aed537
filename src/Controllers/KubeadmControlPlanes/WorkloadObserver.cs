using Slipway.Api.Kubernetes;
using Slipway.Api.Kubernetes.Pods;
using Slipway.Controllers.Kubeadm.Certificates;
using Slipway.Controllers.KubeadmControlPlanes.Health;
using Slipway.Controllers.KubeadmControlPlanes.Views;
using Slipway.Controllers.Workloads;
using Slipway.Controllers.Workloads.Etcd;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Runtime.Clients.Http;

namespace Slipway.Controllers.KubeadmControlPlanes;

/// <summary>Looks into workload clusters.</summary>
/// <param name="workloads">The connections.</param>
/// <param name="etcd">Asks etcd clusters.</param>
internal sealed class WorkloadObserver(IWorkloadClusters workloads, IEtcdMembership etcd)
{
    private static readonly ObjectKey KubeadmConfig = new("kube-system", "kubeadm-config");

    /// <summary>A view with what can be seen of its workload cluster.</summary>
    /// <param name="view">What was read of the management cluster.</param>
    /// <param name="cancellation">Ends the calls.</param>
    public async ValueTask<View> LookAsync(View view, CancellationToken cancellation)
    {
        var key = view.Cluster!.Metadata.Key;
        var state = workloads.StateOf(key);
        if (workloads.TryGet(key) is not { } workload)
        {
            return view with { Workload = new WorkloadFacts { State = state } };
        }

        var facts = new WorkloadFacts { Cluster = workload, State = state };
        try
        {
            facts = facts with
            {
                IsConnected = true,
                HasKubeadmConfig = view.ControlPlane.Status.Initialization?.ControlPlaneInitialized == true
                    || await workload.Client.TryGetAsync<ConfigMap>(KubeadmConfig, cancellation) is not null,
                Nodes = workload.Nodes.List().ToDictionary(n => n.Metadata.Name),
                Pods = await PodsAsync(workload, cancellation),
            };
        }
        catch (Exception e) when (e is ApiException or WorkloadUnreachableException or ServerUnreachableException)
        {
            // The connection's own probes tell when it is lost for good; until then nothing is known.
            return view with { Workload = new WorkloadFacts { State = state } };
        }

        view = view with
        {
            Machines = [.. view.Machines.Select(m => m with { Node = m.NodeName is { } name ? facts.Nodes.GetValueOrDefault(name) : null })],
        };
        return view with { Workload = await WithEtcdAsync(view, facts, cancellation) };
    }

    /// <summary>How to get to the etcd cluster; null where its authority's key is not known.</summary>
    /// <param name="view">What is.</param>
    /// <param name="nodes">The Nodes whose members to ask, the most promising first.</param>
    public static EtcdAccess? Access(View view, IReadOnlyList<string> nodes) =>
        view.Workload.Cluster is { } cluster
        && view.Certificates.Pairs.TryGetValue(CertificatePurpose.Etcd, out var authority) && authority.Key.Length > 0
            ? new EtcdAccess(cluster, nodes, authority.Certificate, authority.Key)
            : null;

    private static async ValueTask<IReadOnlyDictionary<string, Pod>> PodsAsync(WorkloadCluster workload, CancellationToken cancellation)
    {
        var pods = await workload.ControlPlanePodsAsync(cancellation);
        return pods.List().ToDictionary(p => p.Metadata.Name);
    }

    private async ValueTask<WorkloadFacts> WithEtcdAsync(View view, WorkloadFacts facts, CancellationToken cancellation)
    {
        var nodes = Leadership.ToAsk(view.Machines);
        if (!view.ManagesEtcd || nodes.Count == 0)
        {
            return facts;
        }

        if (Access(view with { Workload = facts }, nodes) is not { } access)
        {
            return facts with { EtcdProblem = $"Secret {CertificatePurpose.Etcd.SecretName(view.Cluster!.Metadata.Name)} with the key of etcd's certificate authority is missing" };
        }

        try
        {
            return facts with { Etcd = await etcd.ReadAsync(access, cancellation) };
        }
        catch (WorkloadUnreachableException e)
        {
            return facts with { EtcdProblem = e.Message };
        }
    }
}
