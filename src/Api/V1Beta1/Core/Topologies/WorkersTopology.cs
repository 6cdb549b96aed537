using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Core.Topologies;

/// <summary>The workers topology.</summary>
internal sealed record WorkersTopology
{
    /// <summary>The machine deployments.</summary>
    [Limits(MaxItems = 2000)]
    [ListMap("name")]
    public IReadOnlyList<MachineDeploymentTopology> MachineDeployments { get; init => field = value ?? []; } = [];

    /// <summary>The machine pools.</summary>
    [Limits(MaxItems = 2000)]
    [ListMap("name")]
    public IReadOnlyList<MachinePoolTopology> MachinePools { get; init => field = value ?? []; } = [];
}
