using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.MachineDeployments;

/// <summary>The machine deployment rolling update.</summary>
[MinProperties(1)]
public sealed record MachineDeploymentRollingUpdate : IOmitEmpty
{
    /// <summary>The max surge.</summary>
    public IntOrString? MaxSurge { get; init; }

    /// <summary>The max unavailable.</summary>
    public IntOrString? MaxUnavailable { get; init; }
}
