using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.Topologies;

/// <summary>The workers topology.</summary>
[MinProperties(1)]
public sealed record WorkersTopology : IOmitEmpty
{
    /// <summary>The machine deployments.</summary>
    [Limits(MinItems = 1, MaxItems = 2000)]
    [ListMap("name")]
    public IReadOnlyList<MachineDeploymentTopology> MachineDeployments { get; init => field = value ?? []; } = [];

    /// <summary>The machine pools.</summary>
    [Limits(MinItems = 1, MaxItems = 2000)]
    [ListMap("name")]
    public IReadOnlyList<MachinePoolTopology> MachinePools { get; init => field = value ?? []; } = [];
}
