using System.Globalization;

namespace Slipway.Server.Tables;

/// <summary>Spans of time as kubectl's users know them: two units at most, coarser the longer.</summary>
internal static class Ages
{
    /// <summary>How long ago a moment was.</summary>
    /// <param name="text">The moment in RFC 3339; null or empty where unknown.</param>
    /// <param name="now">The present.</param>
    public static string Since(string? text, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "<unknown>";
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? Show(now - moment)
            : "<invalid>";
    }

    /// <summary>A span of time, for example <c>5m30s</c>, <c>3h</c> or <c>2d4h</c>.</summary>
    /// <param name="span">The span; up to two seconds below zero are shown as none, for clocks that differ.</param>
    public static string Show(TimeSpan span)
    {
        var seconds = (long)span.TotalSeconds;
        if (seconds < -1)
        {
            return "<invalid>";
        }

        var (minutes, hours) = (seconds / 60, seconds / 3600);
        var days = hours / 24;
        return seconds switch
        {
            < 0 => "0s",
            < 2 * 60 => $"{seconds}s",
            < 10 * 60 => Two(minutes, "m", seconds % 60, "s"),
            < 3 * 3600 => $"{minutes}m",
            < 8 * 3600 => Two(hours, "h", minutes % 60, "m"),
            < 48 * 3600 => $"{hours}h",
            < 8 * 24 * 3600 => Two(days, "d", hours % 24, "h"),
            < 2 * 365 * 24 * 3600 => $"{days}d",
            < 8L * 365 * 24 * 3600 => Two(days / 365, "y", days % 365, "d"),
            _ => $"{days / 365}y",
        };
    }

    private static string Two(long large, string largeUnit, long small, string smallUnit) =>
        small == 0 ? $"{large}{largeUnit}" : $"{large}{largeUnit}{small}{smallUnit}";
}
