using Slipway.Api.Core.Shared;

namespace Slipway.Controllers.Shared;

/// <summary>Numbers that may be written as a share of a whole, such as <c>25%</c>. Admission refuses anything else; what slips through counts as absent.</summary>
internal static class Counts
{
    /// <summary>The number meant, a share rounded up.</summary>
    /// <param name="value">A number or a percentage.</param>
    /// <param name="whole">What a percentage is a share of.</param>
    /// <param name="fallback">What absence means.</param>
    public static int RoundedUp(IntOrString? value, int whole, int fallback) =>
        value is { IsNumberOrPercent: true } given ? Math.Max(given.RoundedUp(whole), 0) : fallback;

    /// <summary>The number meant, a share rounded down.</summary>
    /// <param name="value">A number or a percentage.</param>
    /// <param name="whole">What a percentage is a share of.</param>
    /// <param name="fallback">What absence means.</param>
    public static int RoundedDown(IntOrString? value, int whole, int fallback) =>
        value is { IsNumberOrPercent: true } given ? Math.Max(given.RoundedDown(whole), 0) : fallback;
}
