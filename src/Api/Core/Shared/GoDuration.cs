using System.Globalization;
using System.Text;

namespace Slipway.Api.Core.Shared;

/// <summary>Spans of time as Go writes them, for example <c>1h30m</c>, <c>10s</c> or <c>250ms</c>.</summary>
public static class GoDuration
{
    /// <summary>Reads a span.</summary>
    /// <param name="text">Numbers with units ns, us, µs, ms, s, m or h; a sign may stand before; <c>0</c> needs no unit.</param>
    /// <param name="span">The span, cut to 100 nanoseconds and to what a <see cref="TimeSpan"/> can hold.</param>
    /// <returns>False where the text is not a span.</returns>
    public static bool TryParse(string? text, out TimeSpan span)
    {
        span = default;
        var rest = (text ?? "").AsSpan();
        var negative = rest.StartsWith("-");
        if (negative || rest.StartsWith("+"))
        {
            rest = rest[1..];
        }

        if (rest.IsEmpty)
        {
            return false;
        }

        if (rest is "0")
        {
            return true;
        }

        var ticks = 0m;
        while (!rest.IsEmpty)
        {
            var digits = LengthOf(rest, static c => char.IsAsciiDigit(c) || c == '.');
            var unit = LengthOf(rest[digits..], static c => !char.IsAsciiDigit(c) && c != '.');
            if (digits is 0 or > 20
                || TicksOf(rest.Slice(digits, unit)) is not { } scale
                || !decimal.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return false;
            }

            ticks += number * scale;
            if (ticks > long.MaxValue)
            {
                return false;
            }

            rest = rest[(digits + unit)..];
        }

        span = TimeSpan.FromTicks(negative ? -(long)ticks : (long)ticks);
        return true;
    }

    /// <summary>Writes a span as Go does, for example <c>5m0s</c>.</summary>
    /// <param name="span">The span.</param>
    public static string Format(TimeSpan span)
    {
        if (span == TimeSpan.Zero)
        {
            return "0s";
        }

        var text = new StringBuilder(span < TimeSpan.Zero ? "-" : "");
        var left = Math.Abs((decimal)span.Ticks);
        if (left < TimeSpan.TicksPerSecond)
        {
            return left < TimeSpan.TicksPerMillisecond
                ? text.Append(Number(left / TimeSpan.TicksPerMicrosecond)).Append("µs").ToString()
                : text.Append(Number(left / TimeSpan.TicksPerMillisecond)).Append("ms").ToString();
        }

        var hours = decimal.Floor(left / TimeSpan.TicksPerHour);
        var minutes = decimal.Floor(left % TimeSpan.TicksPerHour / TimeSpan.TicksPerMinute);
        if (hours > 0)
        {
            text.Append(Number(hours)).Append('h');
        }

        if (hours > 0 || minutes > 0)
        {
            text.Append(Number(minutes)).Append('m');
        }

        return text.Append(Number(left % TimeSpan.TicksPerMinute / TimeSpan.TicksPerSecond)).Append('s').ToString();
    }

    private static string Number(decimal value) => value.ToString("0.#########", CultureInfo.InvariantCulture);

    private static int LengthOf(ReadOnlySpan<char> text, Func<char, bool> belongs)
    {
        var at = 0;
        while (at < text.Length && belongs(text[at]))
        {
            at++;
        }

        return at;
    }

    private static decimal? TicksOf(ReadOnlySpan<char> unit) => unit switch
    {
        "ns" => 0.01m,
        "us" or "µs" or "μs" => TimeSpan.TicksPerMicrosecond,
        "ms" => TimeSpan.TicksPerMillisecond,
        "s" => TimeSpan.TicksPerSecond,
        "m" => TimeSpan.TicksPerMinute,
        "h" => TimeSpan.TicksPerHour,
        _ => null,
    };
}
