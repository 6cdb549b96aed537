using System.Text;
using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Providers.InMemory.Etcd;
using Slipway.Providers.InMemory.Objects;
using Slipway.Providers.Shared;
using Slipway.Runtime.Clients;

namespace Slipway.Providers.InMemory;

/// <summary>Puts what simulated machines run into their workload cluster, and takes it out again.</summary>
/// <param name="client">The workload cluster.</param>
/// <param name="etcd">Its etcd members.</param>
/// <param name="context">Clock and randomness.</param>
internal sealed class Registration(IClient client, EtcdCluster etcd, ProviderContext context)
{
    private const int CoreDnsReplicas = 2;
    private static readonly ResourceType Nodes = new("", "v1", "Node", "nodes", Namespaced: false);
    private static readonly Dictionary<string, ResourceType> Types = new[]
    {
        Nodes,
        EtcdCluster.Pods,
        new ResourceType("", "v1", "ConfigMap", "configmaps"),
        new ResourceType("apps", "v1", "DaemonSet", "daemonsets"),
        new ResourceType("apps", "v1", "Deployment", "deployments"),
        new ResourceType("rbac.authorization.k8s.io", "v1", "ClusterRole", "clusterroles", Namespaced: false),
        new ResourceType("rbac.authorization.k8s.io", "v1", "ClusterRoleBinding", "clusterrolebindings", Namespaced: false),
    }.ToDictionary(t => t.Kind);

    private DateTimeOffset Now => context.Options.Time.GetUtcNow();

    /// <summary>Makes what kubeadm leaves in a new cluster; what is there stays.</summary>
    /// <param name="version">The Kubernetes version.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async ValueTask InitializeAsync(string version, CancellationToken cancellation)
    {
        var configuration = $"apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\nkubernetesVersion: {version}\n";
        foreach (var value in AddOnObjects.ForNewCluster(version, configuration))
        {
            await TryCreateAsync(value, cancellation);
        }
    }

    /// <summary>Registers a Node with the pods that every Node runs.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async ValueTask AddNodeAsync(SimulatedMachine machine, CancellationToken cancellation)
    {
        await TryCreateAsync(NodeObject.Of(machine, Now), cancellation);
        var proxy = PodObject.AddOn("kube-proxy-" + Suffix(machine), "kube-proxy", $"registry.k8s.io/kube-proxy:{machine.Version}", machine, Now);
        await TryCreateAsync(proxy, cancellation);
        await PlaceCoreDnsAsync(machine, cancellation);
    }

    /// <summary>Adds the static pods of a control-plane machine, and its etcd member.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async ValueTask AddControlPlaneAsync(SimulatedMachine machine, CancellationToken cancellation)
    {
        var members = await etcd.MembersAsync(cancellation);
        if (!members.Any(m => m.Name == machine.Name))
        {
            var pod = PodObject.Static("etcd", machine, Now);
            var first = members.FirstOrDefault();
            EtcdMember.Annotate(pod, first?.ClusterId ?? context.Options.Random.Next(), context.Options.Random.Next(), first is null ? Now : null);
            await TryCreateAsync(pod, cancellation);
        }

        foreach (var component in PodObject.ControlPlaneComponents)
        {
            await TryCreateAsync(PodObject.Static(component, machine, Now), cancellation);
        }
    }

    /// <summary>Removes a machine's Node and everything that ran there.</summary>
    /// <param name="name">The machine's name.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async ValueTask RemoveAsync(string name, CancellationToken cancellation)
    {
        await TryDeleteAsync(new ObjectTarget(Nodes, "", name), cancellation);
        var pods = await client.ListAsync(new ListRequest(EtcdCluster.Pods) { FieldSelector = $"spec.nodeName={name}" }, cancellation);
        foreach (var pod in pods.Items.Select(p => Unstructured.Parse(p.Span)))
        {
            await TryDeleteAsync(new ObjectTarget(EtcdCluster.Pods, pod.Metadata.Key), cancellation);
        }

        var nodes = await client.ListAsync(new ListRequest(Nodes) { Limit = 1 }, cancellation);
        if (nodes.Items.Count > 0)
        {
            var node = Unstructured.Parse(nodes.Items[0].Span);
            await PlaceCoreDnsAsync(
                new SimulatedMachine(
                    node.Metadata.Name,
                    node.Text("status", "nodeInfo", "machineID") ?? node.Metadata.Uid,
                    ControlPlane: false,
                    node.Text("status", "nodeInfo", "kubeletVersion") ?? "",
                    node.Text("spec", "providerID") ?? ""),
                cancellation);
        }
    }

    private async ValueTask PlaceCoreDnsAsync(SimulatedMachine machine, CancellationToken cancellation)
    {
        var present = await client.ListAsync(new ListRequest(EtcdCluster.Pods) { Namespace = "kube-system", LabelSelector = "k8s-app=kube-dns" }, cancellation);
        for (var missing = CoreDnsReplicas - present.Items.Count; missing > 0; missing--)
        {
            var name = $"coredns-{Suffix(machine)}-{context.Options.Random.NextSuffix()}";
            await TryCreateAsync(PodObject.AddOn(name, "kube-dns", "registry.k8s.io/coredns/coredns:v1.12.1", machine, Now), cancellation);
        }
    }

    private async ValueTask TryCreateAsync(JsonObject value, CancellationToken cancellation)
    {
        var type = Types[value["kind"]!.GetValue<string>()];
        var status = value["status"];
        try
        {
            var body = Encoding.UTF8.GetBytes(value.ToJsonString());
            var target = new ObjectTarget(type, value["metadata"]!["namespace"]?.GetValue<string>() ?? "");
            await client.CreateAsync(target, body, WriteOptions.Default, cancellation);
            if (status is not null)
            {
                // The status of a new object is dropped, as everywhere: a kubelet reports it in a second step.
                var patch = new JsonObject { ["status"] = status.DeepClone() };
                target = target with { Name = value["metadata"]!["name"]!.GetValue<string>(), Subresource = "status" };
                await client.PatchAsync(target, new Patch(PatchType.Merge, Encoding.UTF8.GetBytes(patch.ToJsonString())), WriteOptions.Default, cancellation);
            }
        }
        catch (ApiException e) when (e.IsAlreadyExists)
        {
            // Made by an earlier pass that was cut short.
        }
    }

    private async ValueTask TryDeleteAsync(ObjectTarget target, CancellationToken cancellation)
    {
        try
        {
            await client.DeleteAsync(target, new DeleteOptions { GracePeriodSeconds = 0 }, cancellation);
        }
        catch (ApiException e) when (e.IsNotFound)
        {
            // Gone already, which is what is wanted.
        }
    }

    private static string Suffix(SimulatedMachine machine) => machine.Uid.Replace("-", "", StringComparison.Ordinal)[..Math.Min(8, machine.Uid.Length)];
}
