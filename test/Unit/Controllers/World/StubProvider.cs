using Slipway.Api.Bootstrap;
using Slipway.Api.Core.Machines;
using Slipway.Api.Infrastructure.Docker;
using Slipway.Api.Kubernetes.Nodes;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Runtime.Controllers;
using Slipway.Runtime.Informers;

namespace Slipway.Unit.Controllers.World;

/// <summary>Infrastructure and bootstrap in no time: what is asked for is there at once, and a Node with it.</summary>
internal static class StubProvider
{
    public static void Add(ControllerHost host, IClient client, InformerCache informers, StubWorkloads workloads)
    {
        host.Add(Controller.Named("stub cluster").For<DockerCluster>(informers).Reconcile(new Pass(async (key, cancellation) =>
        {
            if (informers.Of<DockerCluster>().Get(key) is { Metadata.IsDeleting: false } cluster)
            {
                await client.SaveAsync(
                    cluster,
                    cluster with
                    {
                        Spec = cluster.Spec with { ControlPlaneEndpoint = new() { Host = "127.0.0.1", Port = 6443 } },
                        Status = cluster.Status with { Initialization = new() { Provisioned = true } },
                    },
                    cancellation);
                workloads.Connect();
            }
        })).Build());

        host.Add(Controller.Named("stub bootstrap").For<KubeadmConfig>(informers).Reconcile(new Pass(async (key, cancellation) =>
        {
            if (informers.Of<KubeadmConfig>().Get(key) is { Metadata: { IsDeleting: false, ControllerOwner: not null } } config)
            {
                await client.SaveAsync(
                    config,
                    config with { Status = config.Status with { DataSecretName = config.Metadata.Name, Initialization = new() { DataSecretCreated = true } } },
                    cancellation);
            }
        })).Build());

        host.Add(Controller.Named("stub machine").For<DockerMachine>(informers).Watches<Machine>(m => [m.Metadata.Key]).Reconcile(new Pass(async (key, cancellation) =>
        {
            if (informers.Of<DockerMachine>().Get(key) is not { Metadata.IsDeleting: false } machine
                || informers.Of<Machine>().Get(key) is not { Spec.Bootstrap.DataSecretName.Length: > 0, Metadata.IsDeleting: false } owner)
            {
                return;
            }

            var id = $"docker:////{key.Name}";
            if (machine.Status.Initialization?.Provisioned != true)
            {
                var node = Node(key.Name, id, owner.Spec.Version!);
                if (await workloads.Cluster.Client.TryCreateAsync(node, cancellation) is { } registered)
                {
                    await workloads.Cluster.Client.SaveAsync(registered, registered with { Status = node.Status }, cancellation);
                }
            }

            await client.SaveAsync(
                machine,
                machine with { Spec = machine.Spec with { ProviderID = id }, Status = machine.Status with { Initialization = new() { Provisioned = true } } },
                cancellation);
        })).Build());
    }

    private static Node Node(string name, string id, string version) => new()
    {
        Metadata = new ObjectMeta { Name = name },
        Spec = new NodeSpec { ProviderID = id },
        Status = new NodeStatus
        {
            Conditions =
            [
                new NodeCondition { Type = "Ready", Status = "True" }, new NodeCondition { Type = "MemoryPressure", Status = "False" },
                new NodeCondition { Type = "DiskPressure", Status = "False" }, new NodeCondition { Type = "PIDPressure", Status = "False" },
            ],
            NodeInfo = new NodeSystemInfo { KubeletVersion = version },
        },
    };

    private sealed class Pass(Func<ObjectKey, CancellationToken, Task> run) : IReconciler
    {
        public async ValueTask<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellation)
        {
            await run(key, cancellation);
            return ReconcileResult.Done;
        }
    }
}
