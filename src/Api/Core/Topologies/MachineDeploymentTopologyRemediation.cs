using Slipway.Api.Core.MachineHealthChecks;
using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.Topologies;

/// <summary>The machine deployment topology remediation.</summary>
[MinProperties(1)]
public sealed record MachineDeploymentTopologyRemediation : IOmitEmpty
{
    /// <summary>The max in flight.</summary>
    public IntOrString? MaxInFlight { get; init; }

    /// <summary>The template ref.</summary>
    public RemediationTemplateReference? TemplateRef { get; init; }

    /// <summary>The trigger if.</summary>
    public RemediationTriggerIf? TriggerIf { get; init; }
}
