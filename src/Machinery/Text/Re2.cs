using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Slipway.Machinery.Text;

/// <summary>
/// Regular expressions in the RE2 syntax of Kubernetes, run by .NET's non-backtracking engine, so that matching is
/// linear in the text. What RE2 refuses (lookaround, backreferences, atomic groups) is refused here. Compiled once
/// per pattern. Safe for concurrent use.
/// </summary>
public static class Re2
{
    private const int Remembered = 2000;
    private static readonly ConcurrentDictionary<string, Regex> Compiled = [];

    /// <summary>Compiles a pattern, or finds it compiled.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <exception cref="FormatException">The pattern is not valid RE2; the message says why.</exception>
    public static Regex Compile(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        if (Compiled.TryGetValue(pattern, out var regex))
        {
            return regex;
        }

        try
        {
            regex = new Regex(new Re2Translation(pattern).Run(), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
        }
        catch (RegexParseException e)
        {
            throw new FormatException($"error parsing regexp: {e.Message}", e);
        }
        catch (NotSupportedException e)
        {
            throw new FormatException($"error parsing regexp: lookaround, backreferences, atomic groups and conditionals are not allowed: `{pattern}`", e);
        }

        if (Compiled.Count < Remembered)
        {
            Compiled[pattern] = regex;
        }

        return regex;
    }
}
