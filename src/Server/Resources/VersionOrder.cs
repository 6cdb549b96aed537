using System.Globalization;

namespace Slipway.Server.Resources;

/// <summary>
/// API versions, the most mature and newest first: <c>v2</c>, <c>v1</c>, <c>v1beta2</c>, <c>v1beta1</c>, <c>v1alpha1</c>,
/// then whatever is not of that shape, by text.
/// </summary>
internal sealed class VersionOrder : IComparer<string>
{
    /// <summary>The order.</summary>
    public static VersionOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        var (left, right) = (Read(x ?? ""), Read(y ?? ""));
        if (left is null || right is null)
        {
            return left is null && right is null ? string.CompareOrdinal(x, y) : left is null ? 1 : -1;
        }

        return right.Value.CompareTo(left.Value);
    }

    private static (int Stability, int Major, int Minor)? Read(string version)
    {
        if (!version.StartsWith('v'))
        {
            return null;
        }

        var digits = version.AsSpan(1).IndexOfAnyExceptInRange('0', '9');
        var major = digits < 0 ? version[1..] : version.Substring(1, digits);
        if (!int.TryParse(major, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var rest = digits < 0 ? "" : version[(digits + 1)..];
        if (rest.Length == 0)
        {
            return (2, number, 0);
        }

        var (stability, prefix) = rest.StartsWith("beta", StringComparison.Ordinal) ? (1, 4) : (0, 5);
        return (stability == 1 || rest.StartsWith("alpha", StringComparison.Ordinal))
            && int.TryParse(rest.AsSpan(prefix), NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
                ? (stability, number, minor)
                : null;
    }
}
