using System.Globalization;
using Slipway.Machinery.Cel.Values;

namespace Slipway.Machinery.Cel.Libraries;

/// <summary>A semantic version; what follows a plus is kept but does not count.</summary>
/// <param name="numbers">Major, minor, patch.</param>
/// <param name="pre">The identifiers before the release; none for a release.</param>
/// <param name="text">The version as it was read.</param>
internal sealed class CelSemver(ulong[] numbers, string[] pre, string text) : CelOpaque
{
    /// <inheritdoc/>
    public override string TypeName => "kubernetes.Semver";

    /// <inheritdoc/>
    public override string AsText => text;

    /// <summary>Major, minor, patch.</summary>
    public IReadOnlyList<ulong> Numbers => numbers;

    private string[] Pre => pre;

    /// <summary>Reads a version; null where the text is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="normalize">Whether a leading v, missing parts and leading zeros are put right first.</param>
    public static CelSemver? Parse(string text, Normalization normalize)
    {
        if (normalize == Normalization.Tolerant && Normalize(text) is not { } better)
        {
            return null;
        }
        else if (normalize == Normalization.Tolerant)
        {
            text = Normalize(text)!;
        }

        var plus = text.IndexOf('+', StringComparison.Ordinal);
        var main = plus < 0 ? text : text[..plus];
        var dash = main.IndexOf('-', StringComparison.Ordinal);
        var parts = (dash < 0 ? main : main[..dash]).Split('.');
        string[] pre = dash < 0 ? [] : main[(dash + 1)..].Split('.');
        string[] build = plus < 0 ? [] : text[(plus + 1)..].Split('.');
        var numbers = new ulong[3];
        if (parts.Length != 3 || pre.Any(p => !IsIdentifier(p) || IsPadded(p)) || build.Any(b => !IsIdentifier(b)))
        {
            return null;
        }

        for (var i = 0; i < 3; i++)
        {
            if (IsPadded(parts[i]) || !ulong.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return null;
            }
        }

        return new CelSemver(numbers, pre, text);
    }

    /// <summary>The order of two values.</summary>
    /// <param name="other">The other value.</param>
    public int Order(CelSemver? other)
    {
        if (other is null)
        {
            return 1;
        }

        for (var i = 0; i < 3; i++)
        {
            var order = numbers[i].CompareTo(other.Numbers[i]);
            if (order != 0)
            {
                return order;
            }
        }

        if (pre.Length == 0 || other.Pre.Length == 0)
        {
            return (pre.Length == 0).CompareTo(other.Pre.Length == 0);
        }

        for (var i = 0; i < Math.Min(pre.Length, other.Pre.Length); i++)
        {
            var order = Compare(pre[i], other.Pre[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return pre.Length.CompareTo(other.Pre.Length);
    }

    /// <inheritdoc/>
    public override bool EqualTo(CelOpaque other) => other is CelSemver version && Order(version) == 0;

    private static int Compare(string a, string b)
    {
        var (x, y) = (a.All(char.IsAsciiDigit), b.All(char.IsAsciiDigit));
        return x && y ? (a.Length != b.Length ? a.Length.CompareTo(b.Length) : string.CompareOrdinal(a, b)) switch { < 0 => -1, > 0 => 1, _ => 0 }
            : x != y ? (x ? -1 : 1)
            : Math.Sign(string.CompareOrdinal(a, b));
    }

    private static string? Normalize(string text)
    {
        var parts = (text.StartsWith('v') ? text[1..] : text).Split('.', 3);
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Length > 1)
            {
                var trimmed = parts[i].TrimStart('0');
                parts[i] = trimmed.Length == 0 || !char.IsAsciiDigit(trimmed[0]) ? "0" + trimmed : trimmed;
            }
        }

        if (parts.Length < 3 && parts[^1].AsSpan().IndexOfAny('+', '-') >= 0)
        {
            return null;
        }

        return string.Join('.', [.. parts, .. Enumerable.Repeat("0", 3 - parts.Length)]);
    }

    private static bool IsIdentifier(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static bool IsPadded(string text) => text.Length > 1 && text[0] == '0' && text.All(char.IsAsciiDigit);

    /// <summary>How exactly a version must be written.</summary>
    public enum Normalization
    {
        /// <summary>As the standard says.</summary>
        Strict,

        /// <summary>A leading v, missing parts and leading zeros are put right.</summary>
        Tolerant,
    }
}
