using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.MachineHealthChecks;

/// <summary>The machine health check remediation.</summary>
[MinProperties(1)]
public sealed record MachineHealthCheckRemediation : IOmitEmpty
{
    /// <summary>The template ref.</summary>
    public RemediationTemplateReference? TemplateRef { get; init; }

    /// <summary>The trigger if.</summary>
    public RemediationTriggerIf? TriggerIf { get; init; }
}
