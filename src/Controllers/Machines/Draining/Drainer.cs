using System.Text.Json.Nodes;
using Slipway.Api.Core.Machines;
using Slipway.Api.Kubernetes.Apps;
using Slipway.Api.Kubernetes.Nodes;
using Slipway.Api.Kubernetes.Pods;
using Slipway.Controllers.Shared;
using Slipway.Controllers.Workloads;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;

namespace Slipway.Controllers.Machines.Draining;

/// <summary>Takes the work off a Node: no new Pods, and the present ones evicted as far as their disruption budgets allow.</summary>
/// <param name="chronicle">Is told of each change.</param>
/// <param name="time">The clock.</param>
internal sealed class Drainer(Chronicle chronicle, TimeProvider time)
{
    private static readonly TimeSpan EvictionLimit = TimeSpan.FromSeconds(10);

    /// <summary>Goes as far as it can now.</summary>
    /// <param name="machine">The Machine, for the chronicle.</param>
    /// <param name="workload">Where the Node lives.</param>
    /// <param name="node">The Node.</param>
    /// <param name="began">When the drain began.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <returns>What is still waited for, for people; null when the Node is drained.</returns>
    public async ValueTask<string?> DrainAsync(
        Machine machine, WorkloadCluster workload, Node node, DateTimeOffset began, CancellationToken cancellation)
    {
        if (node.Spec.Unschedulable != true)
        {
            node = await workload.Client.SaveAsync(node, node with { Spec = node.Spec with { Unschedulable = true } }, cancellation);
            chronicle.Kept(machine, $"cordon Node {node.Metadata.Name}: it is drained before its Machine goes");
        }

        var unreachable = DrainPlan.IsUnreachable(node);
        var plan = await PlanAsync(workload, node, unreachable, cancellation);
        var refused = await EvictAsync(machine, workload, plan.Evict, unreachable, cancellation);
        if (plan.Evict.Count > refused.Count)
        {
            // Some may be gone at once.
            plan = await PlanAsync(workload, node, unreachable, cancellation);
        }

        if (plan.IsDone)
        {
            chronicle.Did(machine, "SuccessfulDrainNode", $"drained Node {node.Metadata.Name}");
            return null;
        }

        return DrainReport.Message(plan, refused, began);
    }

    private async ValueTask<DrainPlan> PlanAsync(WorkloadCluster workload, Node node, bool unreachable, CancellationToken cancellation)
    {
        var request = new ListRequest(Pod.Resource) { FieldSelector = $"spec.nodeName={node.Metadata.Name}" };
        var list = await workload.Client.ListAsync(request, cancellation);
        var pods = list.Items.Select(TypedClient.Read<Pod>).ToList();
        var daemonSets = new HashSet<ObjectKey>();
        if (pods.Exists(p => p.Metadata.ControllerOwner is { Kind: "DaemonSet" }))
        {
            daemonSets.UnionWith((await workload.Client.ListAsync<DaemonSet>("", "", cancellation)).Select(d => d.Metadata.Key));
        }

        return DrainPlan.Make(pods, daemonSets, unreachable, time.GetUtcNow());
    }

    private async ValueTask<IReadOnlyList<(Pod Pod, string Why)>> EvictAsync(
        Machine machine, WorkloadCluster workload, IReadOnlyList<Pod> pods, bool unreachable, CancellationToken cancellation)
    {
        var refused = new List<(Pod, string)>();
        var began = time.GetTimestamp();
        foreach (var pod in pods)
        {
            if (time.GetElapsedTime(began) > EvictionLimit)
            {
                refused.Add((pod, $"not evicted yet: evictions took longer than {Prose.Span(EvictionLimit)} and go on with the next pass"));
                continue;
            }

            try
            {
                await workload.Client.CreateAsync(
                    new ObjectTarget(Pod.Resource, pod.Metadata.Key, "eviction"), Eviction(pod, unreachable), WriteOptions.Default, cancellation);
                chronicle.Kept(machine, $"evict Pod {pod.Metadata.Key} from Node {pod.Spec.NodeName}: the Node is drained");
            }
            catch (ApiException e) when (e.IsNotFound)
            {
                // It went by itself.
            }
            catch (ApiException e)
            {
                refused.Add((pod, Why(e)));
            }
        }

        return refused;
    }

    private static string Why(ApiException refusal)
    {
        var causes = (refusal.Status.Details?.Causes ?? []).Select(c => c.Message ?? "").Where(m => m.Length > 0);
        return refusal.Code == 429
            ? string.Join(" ", causes.Prepend(refusal.Message.TrimEnd('.') + "."))
            : $"failed to evict Pod, {refusal.Message}";
    }

    private static byte[] Eviction(Pod pod, bool unreachable)
    {
        var body = new JsonObject
        {
            ["apiVersion"] = "policy/v1",
            ["kind"] = "Eviction",
            ["metadata"] = new JsonObject { ["name"] = pod.Metadata.Name, ["namespace"] = pod.Metadata.Namespace },
        };
        var options = new JsonObject { ["preconditions"] = new JsonObject { ["uid"] = pod.Metadata.Uid } };
        if (unreachable)
        {
            options["gracePeriodSeconds"] = 1;
        }

        body["deleteOptions"] = options;
        return System.Text.Encoding.UTF8.GetBytes(body.ToJsonString());
    }
}
