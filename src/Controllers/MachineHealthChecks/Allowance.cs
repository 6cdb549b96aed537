using System.Globalization;
using Slipway.Api.Core.MachineHealthChecks;
using Slipway.Controllers.Shared;

namespace Slipway.Controllers.MachineHealthChecks;

/// <summary>Whether so many Machines are not healthy that the fault must lie elsewhere, and replacing them would do harm.</summary>
/// <param name="Allowed">Whether Machines may be remediated.</param>
/// <param name="Remaining">How many more may become unhealthy before they no longer may.</param>
/// <param name="Message">Why they may not; empty where they may.</param>
internal sealed record Allowance(bool Allowed, int Remaining, string Message)
{
    /// <summary>Decides.</summary>
    /// <param name="trigger">The limit; null for none.</param>
    /// <param name="total">Machines looked after.</param>
    /// <param name="healthy">How many of them are healthy.</param>
    public static Allowance Decide(RemediationTriggerIf? trigger, int total, int healthy)
    {
        var unhealthy = total - healthy;
        if (trigger?.UnhealthyInRange is { Length: > 0 } range && Range(range) is var (least, most))
        {
            var inside = unhealthy >= least && unhealthy <= most;
            return new Allowance(
                inside,
                inside ? Math.Max(most - unhealthy, 0) : 0,
                inside ? "" : $"Remediation is not allowed, the number of not started or unhealthy machines does not fall within the range (total: {total}, unhealthy: {unhealthy}, unhealthyInRange: {range})");
        }

        var limit = Counts.RoundedDown(trigger?.UnhealthyLessThanOrEqualTo, total, total);
        var allowed = unhealthy <= limit;
        return new Allowance(
            allowed,
            Math.Max(limit - unhealthy, 0),
            allowed ? "" : $"Remediation is not allowed, the number of not started or unhealthy machines exceeds the limit (total: {total}, unhealthy: {unhealthy}, unhealthyLessThanOrEqualTo: {trigger!.UnhealthyLessThanOrEqualTo})");
    }

    private static (int Least, int Most)? Range(string text)
    {
        var parts = text.Trim('[', ']').Split('-');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var least)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var most)
                ? (least, most)
                : null;
    }
}
