using Slipway.Api.Conditions;
using Slipway.Api.Core;
using Slipway.Api.Kubernetes.Nodes;
using Slipway.Api.Kubernetes.Pods;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.KubeadmControlPlanes.Health;

/// <summary>Whether a component that runs as a static Pod is healthy.</summary>
internal static class PodHealth
{
    /// <summary>The component's name of each condition, with which the name of its Pod begins.</summary>
    public static IReadOnlyDictionary<string, string> Components { get; } = new Dictionary<string, string>
    {
        [ConditionTypes.APIServerPodHealthy] = "kube-apiserver",
        [ConditionTypes.ControllerManagerPodHealthy] = "kube-controller-manager",
        [ConditionTypes.SchedulerPodHealthy] = "kube-scheduler",
        [ConditionTypes.EtcdPodHealthy] = "etcd",
    };

    /// <summary>Why nothing can be said of the Pods of a Node; null where something can.</summary>
    /// <param name="name">The Node's name.</param>
    /// <param name="node">The Node; null where there is none.</param>
    public static string? WhyUnseen(string name, Node? node)
    {
        if (node is null)
        {
            return $"Node {name} does not exist";
        }

        if (node.Spec.Taints.Any(t => t.Key == TaintKeys.Unreachable))
        {
            return $"Node {name} is unreachable";
        }

        return node.Status.Conditions.FirstOrDefault(c => c.Type == "Ready") is { Status: ConditionSet.Unknown }
            ? "Node Ready condition is Unknown, Pod data might be stale"
            : null;
    }

    /// <summary>The condition of a component.</summary>
    /// <param name="type">The condition's type.</param>
    /// <param name="pod">The Pod; null where there is none.</param>
    public static Condition Of(string type, Pod? pod)
    {
        if (pod is null)
        {
            return Facts.False(type, MachineReasons.DoesNotExist, "Pod does not exist");
        }

        if (pod.Metadata.IsDeleting)
        {
            return Facts.False(type, Reasons.Deleting, "Pod is deleting");
        }

        return pod.Status.Phase switch
        {
            "Running" => Running(type, pod),
            "Pending" => Facts.False(type, MachineReasons.Provisioning, Pending(pod)),
            "Succeeded" or "Failed" => Facts.False(type, MachineReasons.Failed, "All the containers have been terminated"),
            _ => Facts.Unknown(type, Reasons.InspectionFailed, "Pod is reporting an unknown status"),
        };
    }

    private static Condition Running(string type, Pod pod)
    {
        if (Is(pod, "Ready") != ConditionSet.False)
        {
            return Is(pod, "Ready") == ConditionSet.True
                ? Facts.True(type, MachineReasons.Running)
                : Facts.Unknown(type, Reasons.InspectionFailed, "Pod does not say whether it is ready");
        }

        var waiting = pod.Status.ContainerStatuses
            .Select(c => c.State?.Waiting)
            .FirstOrDefault(w => w?.Reason is { Length: > 0 } reason && reason is not "ContainerCreating" and not "PodInitializing");
        if (waiting is not null)
        {
            return Facts.False(type, MachineReasons.Failed, waiting.Message is { Length: > 0 } message ? $"{waiting.Reason}: {message}" : waiting.Reason!);
        }

        return pod.Status.ContainerStatuses.Count > 0 && pod.Status.ContainerStatuses.All(c => c.State?.Terminated is not null)
            ? Facts.False(type, MachineReasons.Failed, "All the containers have been terminated")
            : Facts.False(type, MachineReasons.Provisioning, "Waiting for startup or readiness probes");
    }

    private static string Pending(Pod pod) =>
        Is(pod, "PodScheduled") == ConditionSet.False ? "Waiting to be scheduled"
        : Is(pod, "Initialized") == ConditionSet.False ? "Running init containers"
        : "Waiting for startup or readiness probes";

    private static string? Is(Pod pod, string type) => pod.Status.Conditions.FirstOrDefault(c => c.Type == type)?.Status;
}
