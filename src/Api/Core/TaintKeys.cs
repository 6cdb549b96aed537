namespace Slipway.Api.Core;

/// <summary>Keys of node taints that have a meaning here.</summary>
public static class TaintKeys
{
    /// <summary>With NoSchedule: the node waits for its machine's labels and taints.</summary>
    public const string NodeUninitialized = "node.cluster.x-k8s.io/uninitialized";

    /// <summary>With PreferNoSchedule: the node's machine is of an old template.</summary>
    public const string NodeOutdatedRevision = "node.cluster.x-k8s.io/outdated-revision";

    /// <summary>With NoSchedule: the node is for the control plane.</summary>
    public const string ControlPlane = "node-role.kubernetes.io/control-plane";

    /// <summary>The node is known to be gone.</summary>
    public const string OutOfService = "node.kubernetes.io/out-of-service";

    /// <summary>The node does not answer.</summary>
    public const string Unreachable = "node.kubernetes.io/unreachable";
}
