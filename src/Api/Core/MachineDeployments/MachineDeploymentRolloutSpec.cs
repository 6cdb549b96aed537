using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.MachineDeployments;

/// <summary>When and how machines are replaced.</summary>
[MinProperties(1)]
public sealed record MachineDeploymentRolloutSpec : IOmitEmpty
{
    /// <summary>Machines made before this time are replaced once it has passed.</summary>
    public DateTimeOffset? After { get; init; }

    /// <summary>How machines are replaced.</summary>
    public MachineDeploymentRolloutStrategy? Strategy { get; init; }
}
