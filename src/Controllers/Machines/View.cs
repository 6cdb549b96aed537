using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.MachineDeployments;
using Slipway.Api.Core.Machines;
using Slipway.Api.Core.MachineSets;
using Slipway.Api.Kubernetes.Nodes;
using Slipway.Controllers.Contracts;
using Slipway.Controllers.Workloads;

namespace Slipway.Controllers.Machines;

/// <summary>All that one pass over a Machine may look at, read once.</summary>
internal sealed record View
{
    /// <summary>The Machine.</summary>
    public required Machine Machine { get; init; }

    /// <summary>Its cluster; null while it does not exist.</summary>
    public Cluster? Cluster { get; init; }

    /// <summary>The MachineSet that manages it; null for none.</summary>
    public MachineSet? Set { get; init; }

    /// <summary>The MachineDeployment that manages its MachineSet; null for none.</summary>
    public MachineDeployment? Deployment { get; init; }

    /// <summary>Its bootstrap object; null where it has no reference to one.</summary>
    public ExternalObject? Bootstrap { get; init; }

    /// <summary>Its infrastructure object.</summary>
    public required ExternalObject Infrastructure { get; init; }

    /// <summary>The cluster's control plane object; null where the cluster has no reference to one.</summary>
    public ExternalObject? ControlPlane { get; init; }

    /// <summary>Whether another control plane Machine of the cluster stays.</summary>
    public bool ControlPlaneMachineStays { get; init; }

    /// <summary>How the connection to the workload cluster is.</summary>
    public WorkloadState Connection { get; init; } = WorkloadState.Unseen;

    /// <summary>The workload cluster; null while it cannot be reached.</summary>
    public WorkloadCluster? Workload { get; init; }

    /// <summary>Its Node; null where there is none, or none is known.</summary>
    public Node? Node { get; init; }

    /// <summary>The Nodes that carry its provider id, where that is more than one.</summary>
    public IReadOnlyList<string> RivalNodes { get; init; } = [];

    /// <summary>Whether this pass has found the Node drained.</summary>
    public bool Drained { get; init; }

    /// <summary>Whether this pass has found the Node's volumes detached.</summary>
    public bool Detached { get; init; }

    /// <summary>The time of this pass.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>What the infrastructure object tells; null where it does not exist.</summary>
    public InfrastructureMachine? InfrastructureMachine =>
        Infrastructure.Found ? new InfrastructureMachine(Infrastructure.Object, Infrastructure.Kind) : null;

    /// <summary>What the bootstrap object tells; null where it does not exist.</summary>
    public BootstrapConfig? BootstrapConfig =>
        Bootstrap is { Found: true } ? new BootstrapConfig(Bootstrap.Object, Bootstrap.Kind) : null;
}
