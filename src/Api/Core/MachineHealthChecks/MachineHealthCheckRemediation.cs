using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.MachineHealthChecks;

/// <summary>When and by whom unhealthy machines are replaced.</summary>
[MinProperties(1)]
public sealed record MachineHealthCheckRemediation : IOmitEmpty
{
    /// <summary>
    /// The template of the object that asks somebody else to repair a machine; absent leaves it to the machine's
    /// owner.
    /// </summary>
    public RemediationTemplateReference? TemplateRef { get; init; }

    /// <summary>Machines are replaced only while this holds.</summary>
    public RemediationTriggerIf? TriggerIf { get; init; }
}
