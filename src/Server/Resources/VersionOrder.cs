using System.Globalization;
using System.Text.RegularExpressions;

namespace Slipway.Server.Resources;

/// <summary>
/// The order of preference among API versions: stable before beta before alpha, higher numbers first (v2, v1, v1beta2,
/// v1beta1, v1alpha1), then all other names by alphabet.
/// </summary>
internal sealed partial class VersionOrder : IComparer<string>
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
        var match = Form().Match(version);
        if (!match.Success)
        {
            return null;
        }

        var stability = match.Groups[2].ValueSpan switch { "alpha" => 0, "beta" => 1, _ => 2 };
        return (stability, Number(match.Groups[1]), Number(match.Groups[3]));
    }

    private static int Number(Group group) => int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;

    [GeneratedRegex("^v([0-9]{1,9})(?:(alpha|beta)([0-9]{1,9}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
