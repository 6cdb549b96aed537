using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Slipway.Server.Http.Requests;

/// <summary>How long a request may be worked on.</summary>
internal static class RequestDeadline
{
    /// <summary>The most that any request gets.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private static readonly (string Name, double Milliseconds)[] Units =
        [("ns", 1e-6), ("us", 1e-3), ("µs", 1e-3), ("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000)];

    /// <summary>The deadline that a request asks for with <c>timeout</c>, a duration such as <c>1m30s</c>.</summary>
    /// <param name="query">The request's query.</param>
    /// <exception cref="Runtime.Clients.ApiException">400: the parameter is no duration.</exception>
    public static TimeSpan Of(IQueryCollection query)
    {
        var text = query["timeout"].ToString();
        if (text.Length == 0)
        {
            return Longest;
        }

        var wanted = Parse(text) ?? throw Refusal.BadRequest("invalid timeout specified in the request URL");
        return wanted <= TimeSpan.Zero || wanted > Longest ? Longest : wanted;
    }

    private static TimeSpan? Parse(string text)
    {
        var rest = text.AsSpan().TrimStart('+');
        if (rest is "0")
        {
            return TimeSpan.Zero;
        }

        var total = 0.0;
        do
        {
            var digits = rest.IndexOfAnyExcept("0123456789.");
            if (digits <= 0 || !double.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            rest = rest[digits..];
            var end = rest.IndexOfAny("0123456789.");
            var unit = (end < 0 ? rest : rest[..end]).ToString();
            var factor = Units.FirstOrDefault(u => u.Name == unit).Milliseconds;
            if (factor == 0)
            {
                return null;
            }

            total += number * factor;
            rest = end < 0 ? default : rest[end..];
        }
        while (rest.Length > 0);

        return total < Longest.TotalMilliseconds ? TimeSpan.FromMilliseconds(total) : Longest;
    }
}
