using System.Globalization;

namespace Slipway.Server.Http.Requests;

/// <summary>One clause of an <c>Accept</c> header.</summary>
/// <param name="Type">The media type in lower case, possibly with wildcards.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Quality">How much it is wanted, from 0 to 1.</param>
internal sealed record AcceptClause(string Type, IReadOnlyDictionary<string, string> Parameters, double Quality)
{
    /// <summary>How many of the two parts of the type are wildcards.</summary>
    public int Wildcards => Type == "*/*" ? 2 : Type.EndsWith("/*", StringComparison.Ordinal) ? 1 : 0;

    /// <summary>The value of a parameter, or null.</summary>
    /// <param name="parameter">Its name.</param>
    public string? this[string parameter] => Parameters.GetValueOrDefault(parameter);

    /// <summary>Reads a clause; what is malformed becomes a clause that nothing matches.</summary>
    /// <param name="text">The clause.</param>
    public static AcceptClause Parse(string text)
    {
        var parts = text.Split(';', StringSplitOptions.TrimEntries);
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        var quality = 1.0;
        foreach (var part in parts.Skip(1))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            var name = at < 0 ? part : part[..at];
            var value = at < 0 ? "" : part[(at + 1)..].Trim('"');
            if (name == "q")
            {
                quality = double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var q) ? q : 0;
            }
            else
            {
                parameters[name] = value;
            }
        }

        return new(parts[0].ToLowerInvariant(), parameters, quality);
    }

    /// <summary>Whether an offered media type meets the clause.</summary>
    /// <param name="offer">A media type without wildcards.</param>
    public bool Matches(string offer) =>
        Type == offer || Type == "*/*"
        || (Wildcards == 1 && offer.StartsWith(Type[..^1], StringComparison.Ordinal));
}
