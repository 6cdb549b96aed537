using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.MachineDeployments;

/// <summary>The machine deployment remediation spec.</summary>
[MinProperties(1)]
public sealed record MachineDeploymentRemediationSpec : IOmitEmpty
{
    /// <summary>The max in flight.</summary>
    public IntOrString? MaxInFlight { get; init; }
}
