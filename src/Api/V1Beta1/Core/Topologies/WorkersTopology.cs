using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Core.Topologies;

/// <summary>The workers of a topology.</summary>
internal sealed record WorkersTopology
{
    /// <summary>Groups of workers as MachineDeployments.</summary>
    [Limits(MaxItems = 2000)]
    [ListMap("name")]
    public IReadOnlyList<MachineDeploymentTopology> MachineDeployments { get; init => field = value ?? []; } = [];

    /// <summary>Groups of workers as MachinePools.</summary>
    [Limits(MaxItems = 2000)]
    [ListMap("name")]
    public IReadOnlyList<MachinePoolTopology> MachinePools { get; init => field = value ?? []; } = [];
}
