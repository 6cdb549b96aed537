using Slipway.Api.Core.MachineHealthChecks;

namespace Slipway.Api.Admission.Rules;

/// <summary>What health checks look at, in their own kind and in topologies.</summary>
internal static class HealthCheckRules
{
    private const int LeastStartupSeconds = 30;

    /// <summary>Checks what is looked at and when it is acted upon.</summary>
    public static void Check(Faults faults, string field, MachineHealthCheckChecks? checks, RemediationTriggerIf? trigger)
    {
        if (checks?.NodeStartupTimeoutSeconds is > 0 and < LeastStartupSeconds and var seconds)
        {
            faults.Invalid($"{field}.checks.nodeStartupTimeoutSeconds", seconds, "no machine starts that fast: write at least 30, or 0 to wait for ever");
        }

        FieldRules.NumberOrPercent(faults, $"{field}.remediation.triggerIf.unhealthyLessThanOrEqualTo", trigger?.UnhealthyLessThanOrEqualTo);
    }
}
