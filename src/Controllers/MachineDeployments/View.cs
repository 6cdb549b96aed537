using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.MachineDeployments;
using Slipway.Api.Core.Machines;
using Slipway.Api.Core.MachineSets;

namespace Slipway.Controllers.MachineDeployments;

/// <summary>All that one pass over a MachineDeployment may look at, read once.</summary>
internal sealed record View
{
    /// <summary>The MachineDeployment.</summary>
    public required MachineDeployment Deployment { get; init; }

    /// <summary>Its cluster; null while it does not exist.</summary>
    public Cluster? Cluster { get; init; }

    /// <summary>The MachineSets it manages, oldest first.</summary>
    public IReadOnlyList<MachineSet> Sets { get; init; } = [];

    /// <summary>MachineSets that its selector matches and that nobody manages.</summary>
    public IReadOnlyList<MachineSet> Adoptable { get; init; } = [];

    /// <summary>The Machines of its MachineSets.</summary>
    public IReadOnlyList<Machine> Machines { get; init; } = [];

    /// <summary>What its template refers to and nobody has made: one sentence each.</summary>
    public IReadOnlyList<string> MissingTemplates { get; init; } = [];

    /// <summary>The time of this pass.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The number of Machines wanted.</summary>
    public int Desired => Deployment.Spec.Replicas ?? 1;
}
