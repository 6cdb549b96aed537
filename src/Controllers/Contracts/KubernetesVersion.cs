using System.Globalization;

namespace Slipway.Controllers.Contracts;

/// <summary>A Kubernetes version such as <c>v1.23.4-rc.1+build</c>.</summary>
/// <param name="Major">The first number.</param>
/// <param name="Minor">The second number, which skew rules count.</param>
/// <param name="Patch">The third number.</param>
/// <param name="Prerelease">What follows a hyphen; empty for releases.</param>
/// <param name="Build">What follows a plus sign; empty for none.</param>
public sealed record KubernetesVersion(int Major, int Minor, int Patch, string Prerelease, string Build) : IComparable<KubernetesVersion>
{
    /// <summary>Reads a version, with or without its leading v.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The version, or null where the text is none.</returns>
    public static KubernetesVersion? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var rest = text[0] == 'v' ? text[1..] : text;
        var build = "";
        if (rest.IndexOf('+', StringComparison.Ordinal) is var plus and >= 0)
        {
            build = rest[(plus + 1)..];
            rest = rest[..plus];
        }

        var prerelease = "";
        if (rest.IndexOf('-', StringComparison.Ordinal) is var hyphen and >= 0)
        {
            prerelease = rest[(hyphen + 1)..];
            rest = rest[..hyphen];
        }

        var parts = rest.Split('.');
        return parts.Length == 3 && Number(parts[0]) is { } major && Number(parts[1]) is { } minor && Number(parts[2]) is { } patch
            ? new KubernetesVersion(major, minor, patch, prerelease, build)
            : null;
    }

    /// <summary>Orders by numbers, a prerelease before its release, then by the parts of the build.</summary>
    public int CompareTo(KubernetesVersion? other)
    {
        if (other is null)
        {
            return 1;
        }

        var order = (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));
        if (order == 0)
        {
            order = (Prerelease.Length == 0).CompareTo(other.Prerelease.Length == 0);
        }

        if (order == 0)
        {
            order = CompareParts(Prerelease, other.Prerelease);
        }

        return order != 0 ? order : CompareParts(Build, other.Build);
    }

    /// <summary>Prints the version with its leading v.</summary>
    public override string ToString() =>
        $"v{Major}.{Minor}.{Patch}{(Prerelease.Length > 0 ? "-" + Prerelease : "")}{(Build.Length > 0 ? "+" + Build : "")}";

    private static int CompareParts(string left, string right)
    {
        var (a, b) = (left.Split('.'), right.Split('.'));
        for (var i = 0; i < Math.Min(a.Length, b.Length); i++)
        {
            var order = (Number(a[i]), Number(b[i])) switch
            {
                ({ } x, { } y) => x.CompareTo(y),
                ({ }, null) => -1,
                (null, { }) => 1,
                _ => string.CompareOrdinal(a[i], b[i]),
            };
            if (order != 0)
            {
                return order;
            }
        }

        return a.Length.CompareTo(b.Length);
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
