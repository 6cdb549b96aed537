using Slipway.Api.Core;
using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.MachineDeployments;
using Slipway.Api.Core.Machines;
using Slipway.Api.Core.MachineSets;
using Slipway.Controllers.Contracts;
using Slipway.Machinery.Json;

namespace Slipway.Controllers.MachineSets;

/// <summary>All that one pass over a MachineSet may look at, read once.</summary>
internal sealed record View
{
    /// <summary>The MachineSet.</summary>
    public required MachineSet Set { get; init; }

    /// <summary>Its cluster; null while it does not exist.</summary>
    public Cluster? Cluster { get; init; }

    /// <summary>The MachineDeployment that manages it; null for none.</summary>
    public MachineDeployment? Deployment { get; init; }

    /// <summary>The Machines it manages, those that are being deleted included.</summary>
    public IReadOnlyList<Machine> Machines { get; init; } = [];

    /// <summary>Machines that its selector matches and that nobody manages.</summary>
    public IReadOnlyList<Machine> Adoptable { get; init; } = [];

    /// <summary>The template of the bootstrap objects; null where Machines have none.</summary>
    public ExternalObject? BootstrapTemplate { get; init; }

    /// <summary>The template of the infrastructure objects.</summary>
    public ExternalObject? InfrastructureTemplate { get; init; }

    /// <summary>The kind of the bootstrap objects; null where they have none or nobody serves it.</summary>
    public ContractKind? BootstrapKind { get; init; }

    /// <summary>The kind of the infrastructure objects; null where nobody serves it.</summary>
    public ContractKind? InfrastructureKind { get; init; }

    /// <summary>The bootstrap and infrastructure objects of its Machines.</summary>
    public IReadOnlyList<LinkedObject> Linked { get; init; } = [];

    /// <summary>Bootstrap and infrastructure objects that were made for it and have no Machine.</summary>
    public IReadOnlyList<LinkedObject> Orphans { get; init; } = [];

    /// <summary>The cluster's control plane object; null where there is none.</summary>
    public ControlPlane? ControlPlane { get; init; }

    /// <summary>The time of this pass.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The number of Machines wanted.</summary>
    public int Desired => Set.Metadata.IsDeleting ? 0 : Set.Spec.Replicas ?? 1;

    /// <summary>Whether the MachineSet must not make Machines.</summary>
    public bool MayNotCreate => Set.Metadata.Annotations.TryGetValue(Annotations.DisableMachineCreate, out var value) && value == "true";

    /// <summary>A provider's object beside a Machine.</summary>
    /// <param name="Object">The object.</param>
    /// <param name="Kind">Its kind.</param>
    internal sealed record LinkedObject(Unstructured Object, ContractKind Kind);
}
