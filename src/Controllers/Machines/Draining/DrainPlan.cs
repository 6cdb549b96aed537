using Slipway.Api.Conditions;
using Slipway.Api.Core;
using Slipway.Api.Kubernetes.Nodes;
using Slipway.Api.Kubernetes.Pods;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.Machines.Draining;

/// <summary>What becomes of the Pods of a Node that is drained.</summary>
internal sealed record DrainPlan
{
    private const string DaemonSetKind = "DaemonSet";
    private static readonly TimeSpan DeletionSlack = TimeSpan.FromSeconds(1);

    /// <summary>Pods to be evicted.</summary>
    public IReadOnlyList<Pod> Evict { get; init; } = [];

    /// <summary>Pods that are on their way out already.</summary>
    public IReadOnlyList<Pod> Leaving { get; init; } = [];

    /// <summary>Pods whose end is waited for.</summary>
    public IReadOnlyList<Pod> Complete { get; init; } = [];

    /// <summary>Whether nothing is left to wait for.</summary>
    public bool IsDone => Evict.Count + Leaving.Count + Complete.Count == 0;

    /// <summary>Sorts the Pods of a Node.</summary>
    /// <param name="pods">All Pods of the Node.</param>
    /// <param name="daemonSets">The DaemonSets that exist.</param>
    /// <param name="unreachable">Whether the Node does not answer, so that Pods that are deleted never go.</param>
    /// <param name="now">The present time.</param>
    public static DrainPlan Make(IEnumerable<Pod> pods, IReadOnlySet<ObjectKey> daemonSets, bool unreachable, DateTimeOffset now)
    {
        var evict = new List<Pod>();
        var leaving = new List<Pod>();
        var complete = new List<Pod>();
        foreach (var pod in pods.OrderBy(p => p.Metadata.Key))
        {
            var deleted = pod.Metadata.DeletionTimestamp;
            if ((unreachable && deleted is { } since && now - since > DeletionSlack) || Stays(pod, daemonSets))
            {
                continue;
            }

            var wish = pod.Metadata.Labels.GetValueOrDefault(Labels.Drain) ?? "";
            if (wish.Equals("skip", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var list = wish.Equals("wait-completed", StringComparison.OrdinalIgnoreCase) ? complete : deleted is not null ? leaving : evict;
            list.Add(pod);
        }

        return new DrainPlan { Evict = evict, Leaving = leaving, Complete = complete };
    }

    /// <summary>Whether a Node has lost touch with its control plane.</summary>
    /// <param name="node">The Node.</param>
    public static bool IsUnreachable(Node node) =>
        node.Spec.Taints.Any(t => t.Key == TaintKeys.Unreachable)
        || node.Status.Conditions.Any(c => c is { Type: "Ready", Status: ConditionSet.Unknown });

    // A DaemonSet would start its Pods again at once, and a mirror Pod only shows what the kubelet runs by itself.
    private static bool Stays(Pod pod, IReadOnlySet<ObjectKey> daemonSets)
    {
        if (pod.Metadata.ControllerOwner is { Kind: DaemonSetKind } owner
            && pod.Status.Phase is not ("Succeeded" or "Failed")
            && daemonSets.Contains(new ObjectKey(pod.Metadata.Namespace, owner.Name)))
        {
            return true;
        }

        return pod.Metadata.Annotations.ContainsKey(Annotations.MirrorPod);
    }
}
