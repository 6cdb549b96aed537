namespace Slipway.Controllers.Kubeadm;

/// <summary>Spans of time as kubeadm's files write them: <c>1h0m0s</c>.</summary>
internal static class GoDuration
{
    private const int HoursOfDay = 24;

    /// <summary>A number of seconds.</summary>
    /// <param name="seconds">Not negative; null stays null.</param>
    public static string? OfSeconds(int? seconds) => seconds switch
    {
        null => null,
        < 60 => $"{seconds}s",
        < 3600 => $"{seconds / 60}m{seconds % 60}s",
        _ => $"{seconds / 3600}h{seconds / 60 % 60}m{seconds % 60}s",
    };

    /// <summary>A number of days, in hours.</summary>
    /// <param name="days">Positive; null stays null.</param>
    public static string? OfDays(int? days) => days is null ? null : $"{(long)days * HoursOfDay}h0m0s";
}
