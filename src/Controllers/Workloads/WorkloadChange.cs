using Slipway.Api.Kubernetes.Nodes;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.Workloads;

/// <summary>One change of a workload cluster.</summary>
/// <param name="Cluster">The Cluster's namespace and name.</param>
/// <param name="Type">What happened.</param>
/// <param name="Node">The Node after the change, or as it last was where it is gone; null where no Node changed.</param>
/// <param name="OldNode">The Node before the change; null where it is new or no Node changed.</param>
public readonly record struct WorkloadChange(ObjectKey Cluster, WorkloadChangeType Type, Node? Node = null, Node? OldNode = null);
