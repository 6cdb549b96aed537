using System.Globalization;

namespace Slipway.Providers.InMemory.Boot;

/// <summary>Durations as Go writes them: <c>1h2m3.5s</c>, <c>150ms</c>.</summary>
internal static class GoDuration
{
    /// <summary>Reads a duration.</summary>
    /// <param name="text">For example <c>1m30s</c>; <c>0</c> needs no unit.</param>
    /// <returns>The duration, or null where the text is none.</returns>
    public static TimeSpan? Parse(ReadOnlySpan<char> text)
    {
        if (text is "0")
        {
            return TimeSpan.Zero;
        }

        var total = TimeSpan.Zero;
        var any = false;
        while (!text.IsEmpty)
        {
            var digits = text.IndexOfAnyExcept("0123456789.");
            if (digits <= 0 || !double.TryParse(text[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            text = text[digits..];
            var letters = text.IndexOfAny("0123456789.");
            var unit = letters < 0 ? text : text[..letters];
            double? milliseconds = unit switch
            {
                "h" => 3_600_000,
                "m" => 60_000,
                "s" => 1_000,
                "ms" => 1,
                "us" or "µs" => 0.001,
                "ns" => 0.000_001,
                _ => null,
            };
            if (milliseconds is null)
            {
                return null;
            }

            total += TimeSpan.FromMilliseconds(number * milliseconds.Value);
            text = text[unit.Length..];
            any = true;
        }

        return any ? total : null;
    }
}
