using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.Topologies;

/// <summary>The workers of a topology.</summary>
[MinProperties(1)]
public sealed record WorkersTopology : IOmitEmpty
{
    /// <summary>Groups of workers as MachineDeployments.</summary>
    [Limits(MinItems = 1, MaxItems = 2000)]
    [ListMap("name")]
    public IReadOnlyList<MachineDeploymentTopology> MachineDeployments { get; init => field = value ?? []; } = [];

    /// <summary>Groups of workers as MachinePools.</summary>
    [Limits(MinItems = 1, MaxItems = 2000)]
    [ListMap("name")]
    public IReadOnlyList<MachinePoolTopology> MachinePools { get; init => field = value ?? []; } = [];
}
