using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;

namespace Slipway.Providers.InMemory.Etcd;

/// <summary>The etcd cluster of one simulated workload cluster: its members are the annotations of their pods.</summary>
/// <param name="client">The workload cluster.</param>
/// <param name="time">The clock.</param>
internal sealed class EtcdCluster(IClient client, TimeProvider time)
{
    /// <summary>How etcd's static pods are addressed.</summary>
    public static ResourceType Pods { get; } = new("", "v1", "Pod", "pods");

    /// <summary>All members, the removed ones included while their pods stand.</summary>
    /// <param name="cancellation">Ends the call.</param>
    public async ValueTask<IReadOnlyList<EtcdMember>> MembersAsync(CancellationToken cancellation)
    {
        var request = new ListRequest(Pods) { Namespace = "kube-system", LabelSelector = "component=etcd" };
        var pods = await client.ListAsync(request, cancellation);
        return [.. pods.Items.Select(p => EtcdMember.Of(Unstructured.Parse(p.Span))).OfType<EtcdMember>().OrderBy(m => m.Id)];
    }

    /// <summary>Makes a member the leader from now on.</summary>
    /// <param name="member">The member.</param>
    /// <param name="cancellation">Ends the call.</param>
    public ValueTask LeadAsync(EtcdMember member, CancellationToken cancellation) =>
        AnnotateAsync(member, EtcdMember.LeaderFromAnnotation, cancellation);

    /// <summary>Takes a member out of the cluster; where it led, another takes over.</summary>
    /// <param name="member">The member.</param>
    /// <param name="cancellation">Ends the call.</param>
    public ValueTask RemoveAsync(EtcdMember member, CancellationToken cancellation) =>
        AnnotateAsync(member, EtcdMember.RemovedAnnotation, cancellation);

    private async ValueTask AnnotateAsync(EtcdMember member, string annotation, CancellationToken cancellation)
    {
        var body = new JsonObject
        {
            ["metadata"] = new JsonObject { ["annotations"] = new JsonObject { [annotation] = time.GetUtcNow().UtcDateTime.ToString("O") } },
        };
        var patch = new Patch(PatchType.Merge, System.Text.Encoding.UTF8.GetBytes(body.ToJsonString()));
        await client.PatchAsync(new ObjectTarget(Pods, "kube-system", member.Pod), patch, WriteOptions.Default, cancellation);
    }
}
