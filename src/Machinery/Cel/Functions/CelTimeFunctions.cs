using System.Globalization;
using Slipway.Machinery.Cel.Values;

namespace Slipway.Machinery.Cel.Functions;

/// <summary>The functions over times and durations.</summary>
internal static class CelTimeFunctions
{
    /// <summary>The functions of this room.</summary>
    public static IEnumerable<CelFunction> All =>
    [
        .. Part("getFullYear", t => t.Year),
        .. Part("getMonth", t => t.Month - 1),
        .. Part("getDate", t => t.Day),
        .. Part("getDayOfMonth", t => t.Day - 1),
        .. Part("getDayOfWeek", t => (int)t.DayOfWeek),
        .. Part("getDayOfYear", t => t.DayOfYear - 1),
        .. Part("getHours", t => t.Hour, 3_600_000_000_000),
        .. Part("getMinutes", t => t.Minute, 60_000_000_000),
        .. Part("getSeconds", t => t.Second, 1_000_000_000),
        .. Part("getMilliseconds", t => t.Millisecond, 1_000_000),
    ];

    /// <summary>A time moved by a duration.</summary>
    public static CelValue Shift(CelValue time, Int128 nanoseconds)
    {
        var ticks = time.AsTimestamp.UtcTicks + (nanoseconds / 100);
        return ticks < DateTimeOffset.MinValue.UtcTicks || ticks > DateTimeOffset.MaxValue.UtcTicks
            ? CelValue.Error("timestamp overflow")
            : CelValue.Of(new DateTimeOffset((long)ticks, TimeSpan.Zero));
    }

    private static IEnumerable<CelFunction> Part(string name, Func<DateTimeOffset, int> part, long unit = 0)
    {
        yield return CelFunction.Member(name, 1, a => a[0].Kind switch
        {
            CelKind.Timestamp => CelValue.Of((long)part(a[0].AsTimestamp)),
            CelKind.Duration when unit > 0 => CelValue.Of(a[0].AsNanoseconds / unit),
            _ => CelOperators.NoOverload(name, a),
        });
        yield return CelFunction.Member(name, 2, a => a[0].Kind == CelKind.Timestamp && a[1].Kind == CelKind.String
            ? TryZone(a[0].AsTimestamp, a[1].AsText, out var local) ? CelValue.Of((long)part(local)) : CelValue.Error($"unknown time zone {a[1].AsText}")
            : CelOperators.NoOverload(name, a));
    }

    private static bool TryZone(DateTimeOffset time, string zone, out DateTimeOffset local)
    {
        local = time;
        if (zone.Length == 0 || zone is "UTC" or "Z")
        {
            return true;
        }

        if (TimeSpan.TryParseExact(zone.TrimStart('+', '-'), @"hh\:mm", CultureInfo.InvariantCulture, out var offset))
        {
            local = time.ToOffset(zone[0] == '-' ? -offset : offset);
            return true;
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found))
        {
            return false;
        }

        local = TimeZoneInfo.ConvertTime(time, found);
        return true;
    }
}
