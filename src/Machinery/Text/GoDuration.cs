using System.Globalization;

namespace Slipway.Machinery.Text;

/// <summary>Durations as Go writes them: <c>1h30m</c>, <c>10s</c>, <c>1.5ms</c>.</summary>
public static class GoDuration
{
    /// <summary>Reads a duration.</summary>
    /// <param name="text">A sign, then numbers each with a unit: ns, us (µs), ms, s, m, h; or <c>0</c>.</param>
    /// <param name="value">The duration, to 100 nanoseconds.</param>
    /// <returns>False where the text is not a duration or does not fit into 64 bits of nanoseconds.</returns>
    public static bool TryParse(string text, out TimeSpan value)
    {
        var fits = TryParseNanoseconds(text, out var nanoseconds);
        value = TimeSpan.FromTicks(nanoseconds / 100);
        return fits;
    }

    /// <summary>Reads a duration exactly.</summary>
    /// <param name="text">As for <see cref="TryParse"/>.</param>
    /// <param name="nanoseconds">The duration in nanoseconds.</param>
    public static bool TryParseNanoseconds(string text, out long nanoseconds)
    {
        ArgumentNullException.ThrowIfNull(text);
        nanoseconds = 0;
        var rest = text.AsSpan();
        var negative = rest.StartsWith("-");
        rest = rest.Length > 0 && rest[0] is '-' or '+' ? rest[1..] : rest;
        if (rest is "0")
        {
            return true;
        }

        var sum = 0m;
        if (rest.Length == 0)
        {
            return false;
        }

        while (rest.Length > 0)
        {
            var digits = rest.IndexOfAnyExcept("0123456789.");
            if (digits <= 0 || !decimal.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return false;
            }

            rest = rest[digits..];
            var end = rest.IndexOfAny("0123456789.");
            var unit = Unit(end < 0 ? rest : rest[..end]);
            if (unit == 0 || number > long.MaxValue)
            {
                return false;
            }

            sum += number * unit;
            rest = end < 0 ? [] : rest[end..];
        }

        if (sum > long.MaxValue)
        {
            return false;
        }

        nanoseconds = negative ? -(long)sum : (long)sum;
        return true;
    }

    /// <summary>Writes a duration as Go does, for example <c>1m30s</c>.</summary>
    /// <param name="value">The duration.</param>
    public static string ToText(TimeSpan value)
    {
        if (value == TimeSpan.Zero)
        {
            return "0s";
        }

        var sign = value < TimeSpan.Zero ? "-" : "";
        var ticks = Math.Abs((decimal)value.Ticks);
        if (ticks < TimeSpan.TicksPerSecond)
        {
            var (unit, name) = ticks >= TimeSpan.TicksPerMillisecond ? (TimeSpan.TicksPerMillisecond, "ms") : (TimeSpan.TicksPerMicrosecond, "µs");
            return string.Create(CultureInfo.InvariantCulture, $"{sign}{(ticks / unit):0.######}{name}");
        }

        var hours = Math.Floor(ticks / TimeSpan.TicksPerHour);
        var minutes = Math.Floor(ticks / TimeSpan.TicksPerMinute) % 60;
        var seconds = ticks / TimeSpan.TicksPerSecond % 60;
        var text = string.Create(CultureInfo.InvariantCulture, $"{seconds:0.#######}s");
        text = hours > 0 || minutes > 0 ? string.Create(CultureInfo.InvariantCulture, $"{minutes}m{text}") : text;
        return sign + (hours > 0 ? string.Create(CultureInfo.InvariantCulture, $"{hours}h{text}") : text);
    }

    private static long Unit(ReadOnlySpan<char> name) => name switch
    {
        "ns" => 1,
        "us" or "µs" or "μs" => 1_000,
        "ms" => 1_000_000,
        "s" => 1_000_000_000,
        "m" => 60_000_000_000,
        "h" => 3_600_000_000_000,
        _ => 0,
    };
}
