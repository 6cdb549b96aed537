using System.Globalization;

namespace Slipway.Controllers.Contracts;

/// <summary>Orders API versions as Kubernetes does: alpha before beta before final, each by its numbers; other texts first.</summary>
internal sealed class KubernetesVersionOrder : IComparer<string>
{
    /// <summary>The order.</summary>
    public static KubernetesVersionOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        var (a, b) = (Rank(x ?? ""), Rank(y ?? ""));
        var order = a.CompareTo(b);
        return order != 0 ? order : string.CompareOrdinal(y, x);
    }

    private static (int Stage, int Major, int Minor) Rank(string version)
    {
        if (version.Length < 2 || version[0] != 'v')
        {
            return (0, 0, 0);
        }

        var digits = version.AsSpan(1).IndexOfAnyExceptInRange('0', '9');
        if (digits < 0)
        {
            return (3, Number(version.AsSpan(1)), 0);
        }

        var rest = version.AsSpan(1 + digits);
        var stage = rest.StartsWith("beta") ? 2 : rest.StartsWith("alpha") ? 1 : 0;
        var minor = rest[(stage == 2 ? 4 : stage == 1 ? 5 : 0)..];
        return stage == 0 || digits == 0 ? (0, 0, 0) : (stage, Number(version.AsSpan(1, digits)), Number(minor));
    }

    private static int Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
