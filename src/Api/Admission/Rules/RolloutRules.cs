using Slipway.Api.Core.MachineDeployments;
using Slipway.Api.Core.Shared;

namespace Slipway.Api.Admission.Rules;

/// <summary>How the machines of a deployment are replaced.</summary>
internal static class RolloutRules
{
    /// <summary>Checks a strategy.</summary>
    public static void Check(Faults faults, string field, MachineDeploymentRolloutStrategy? strategy)
    {
        if (strategy?.RollingUpdate is not { } update)
        {
            return;
        }

        var path = $"{field}.rollingUpdate";
        FieldRules.NumberOrPercent(faults, $"{path}.maxSurge", update.MaxSurge);
        FieldRules.NumberOrPercent(faults, $"{path}.maxUnavailable", update.MaxUnavailable);
        if (IsZero(update.MaxSurge) && IsZero(update.MaxUnavailable))
        {
            faults.Invalid($"{path}.maxUnavailable", update.MaxUnavailable!.Value.ToString(), "maxSurge and maxUnavailable cannot both be 0, or no machine could ever be replaced");
        }
    }

    private static bool IsZero(IntOrString? value) => value is { } set && (set.Number == 0 || set.Text == "0%");
}
