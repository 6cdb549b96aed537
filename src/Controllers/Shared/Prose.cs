namespace Slipway.Controllers.Shared;

/// <summary>Small words for sentences that people read.</summary>
internal static class Prose
{
    /// <summary>The first few of many names: <c>a, b, c, ... (4 more)</c>.</summary>
    /// <param name="names">The names, in the order to print.</param>
    /// <param name="limit">How many to print.</param>
    public static string Some(IEnumerable<string> names, int limit = 5)
    {
        var all = names as IReadOnlyList<string> ?? [.. names];
        return all.Count <= limit
            ? string.Join(", ", all)
            : $"{string.Join(", ", all.Take(limit))}, ... ({all.Count - limit} more)";
    }

    /// <summary>A number and its thing: <c>1 Machine</c>, <c>2 Machines</c>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="thing">The thing in singular.</param>
    public static string Count(int count, string thing) => count == 1 ? $"1 {thing}" : $"{count} {thing}s";

    /// <summary>The right one of two words.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">The word for one.</param>
    /// <param name="many">The word for none or several.</param>
    public static string Verb(int count, string one, string many) => count == 1 ? one : many;

    /// <summary>A span of time for people: <c>1h5m0s</c>.</summary>
    /// <param name="span">Not negative; fractions of a second are dropped.</param>
    public static string Span(TimeSpan span)
    {
        var hours = (int)span.TotalHours;
        return hours > 0 ? $"{hours}h{span.Minutes}m{span.Seconds}s"
            : span.Minutes > 0 ? $"{span.Minutes}m{span.Seconds}s"
            : $"{span.Seconds}s";
    }

    /// <summary>A moment for people and programs: RFC 3339 in UTC, to the second.</summary>
    /// <param name="moment">The moment.</param>
    public static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString(Machinery.Json.KubernetesTimeConverter.Format, System.Globalization.CultureInfo.InvariantCulture);
}
