using Slipway.Api.Core.MachineHealthChecks;
using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.Topologies;

/// <summary>When and by whom unhealthy machines are replaced.</summary>
[MinProperties(1)]
public sealed record MachineDeploymentTopologyRemediation : IOmitEmpty
{
    /// <summary>How many machines, or which percentage, may be under replacement at once.</summary>
    public IntOrString? MaxInFlight { get; init; }

    /// <summary>
    /// The template of the object that asks somebody else to repair a machine; absent leaves it to the machine's
    /// owner.
    /// </summary>
    public RemediationTemplateReference? TemplateRef { get; init; }

    /// <summary>Machines are replaced only while this holds.</summary>
    public RemediationTriggerIf? TriggerIf { get; init; }
}
