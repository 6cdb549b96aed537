using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.MachineDeployments;

/// <summary>The machine deployment rollout spec.</summary>
[MinProperties(1)]
public sealed record MachineDeploymentRolloutSpec : IOmitEmpty
{
    /// <summary>The after.</summary>
    public DateTimeOffset? After { get; init; }

    /// <summary>The strategy.</summary>
    public MachineDeploymentRolloutStrategy? Strategy { get; init; }
}
