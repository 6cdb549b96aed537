using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.MachineDeployments;

/// <summary>How unhealthy machines are replaced.</summary>
[MinProperties(1)]
public sealed record MachineDeploymentRemediationSpec : IOmitEmpty
{
    /// <summary>How many machines, or which percentage, may be under replacement at once.</summary>
    public IntOrString? MaxInFlight { get; init; }
}
