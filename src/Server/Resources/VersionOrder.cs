using System.Globalization;

namespace Slipway.Server.Resources;

/// <summary>
/// The order of preference among API versions: stable before beta before alpha, higher numbers first (v2, v1, v1beta2,
/// v1beta1, v1alpha1), then all other names by alphabet.
/// </summary>
internal sealed class VersionOrder : IComparer<string>
{
    private VersionOrder()
    {
    }

    /// <summary>The one instance.</summary>
    public static VersionOrder Preferred { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        var (left, right) = (Rank(x ?? ""), Rank(y ?? ""));
        if (left is null || right is null)
        {
            return left is null && right is null ? string.CompareOrdinal(x, y) : left is null ? 1 : -1;
        }

        return right.Value.CompareTo(left.Value);
    }

    private static (int Stability, int Major, int Minor)? Rank(string version)
    {
        var rest = version.AsSpan();
        if (!rest.StartsWith('v') || Number(rest[1..], out rest) is not { } major)
        {
            return null;
        }

        if (rest.IsEmpty)
        {
            return (2, major, 0);
        }

        var stability = rest.StartsWith("alpha") ? 0 : rest.StartsWith("beta") ? 1 : -1;
        return stability >= 0 && Number(rest[(stability == 0 ? 5 : 4)..], out rest) is { } minor && rest.IsEmpty ? (stability, major, minor) : null;
    }

    private static int? Number(ReadOnlySpan<char> text, out ReadOnlySpan<char> rest)
    {
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        digits = digits < 0 ? text.Length : digits;
        rest = text[digits..];
        return int.TryParse(text[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
