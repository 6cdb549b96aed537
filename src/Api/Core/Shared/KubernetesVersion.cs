using System.Globalization;
using System.Text.RegularExpressions;

namespace Slipway.Api.Core.Shared;

/// <summary>A version of Kubernetes: a semantic version behind a <c>v</c>, for example <c>v1.31.0</c> or <c>v1.32.0-rc.1+build.5</c>.</summary>
public readonly partial record struct KubernetesVersion : IComparable<KubernetesVersion>
{
    private KubernetesVersion(Match match)
    {
        Major = Number(match.Groups["major"]);
        Minor = Number(match.Groups["minor"]);
        Patch = Number(match.Groups["patch"]);
        Prerelease = match.Groups["pre"].Value;
        Build = match.Groups["build"].Value;
    }

    /// <summary>The major version.</summary>
    public int Major { get; }

    /// <summary>The minor version.</summary>
    public int Minor { get; }

    /// <summary>The patch version.</summary>
    public int Patch { get; }

    /// <summary>What stands behind the hyphen; empty for a release.</summary>
    public string Prerelease => field ?? "";

    /// <summary>What stands behind the plus; empty where nothing does. It does not count in comparisons.</summary>
    public string Build => field ?? "";

    /// <summary>Whether one version comes before another.</summary>
    public static bool operator <(KubernetesVersion left, KubernetesVersion right) => left.CompareTo(right) < 0;

    /// <summary>Whether one version comes after another.</summary>
    public static bool operator >(KubernetesVersion left, KubernetesVersion right) => left.CompareTo(right) > 0;

    /// <summary>Whether one version comes before another or is as new.</summary>
    public static bool operator <=(KubernetesVersion left, KubernetesVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one version comes after another or is as new.</summary>
    public static bool operator >=(KubernetesVersion left, KubernetesVersion right) => left.CompareTo(right) >= 0;

    /// <summary>Reads a version; the <c>v</c> and all three numbers must be there.</summary>
    /// <param name="text">The text.</param>
    /// <param name="version">The version.</param>
    /// <returns>False where the text is not a version.</returns>
    public static bool TryParse(string? text, out KubernetesVersion version)
    {
        var match = Pattern().Match(text ?? "");
        version = match.Success ? new KubernetesVersion(match) : default;
        return match.Success;
    }

    /// <summary>Compares by precedence: numbers first, a pre-release before its release, builds not at all.</summary>
    /// <param name="other">The other version.</param>
    public int CompareTo(KubernetesVersion other)
    {
        var byNumbers = (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));
        if (byNumbers != 0 || Prerelease == other.Prerelease)
        {
            return byNumbers;
        }

        if (Prerelease.Length == 0 || other.Prerelease.Length == 0)
        {
            return Prerelease.Length == 0 ? 1 : -1;
        }

        return ComparePrereleases(Prerelease.Split('.'), other.Prerelease.Split('.'));
    }

    /// <summary>Prints the version with its <c>v</c>.</summary>
    public override string ToString() =>
        $"v{Major}.{Minor}.{Patch}{(Prerelease.Length > 0 ? "-" + Prerelease : "")}{(Build.Length > 0 ? "+" + Build : "")}";

    private static int ComparePrereleases(string[] left, string[] right)
    {
        for (var at = 0; at < left.Length && at < right.Length; at++)
        {
            var leftIsNumber = int.TryParse(left[at], NumberStyles.None, CultureInfo.InvariantCulture, out var a);
            var rightIsNumber = int.TryParse(right[at], NumberStyles.None, CultureInfo.InvariantCulture, out var b);
            var order = leftIsNumber && rightIsNumber ? a.CompareTo(b)
                : leftIsNumber != rightIsNumber ? (leftIsNumber ? -1 : 1)
                : string.CompareOrdinal(left[at], right[at]);
            if (order != 0)
            {
                return order;
            }
        }

        return left.Length.CompareTo(right.Length);
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^v(?<major>0|[1-9][0-9]{0,8})\.(?<minor>0|[1-9][0-9]{0,8})\.(?<patch>0|[1-9][0-9]{0,8})(-(?<pre>(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(\.(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*))?(\+(?<build>[0-9a-zA-Z-]+(\.[0-9a-zA-Z-]+)*))?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
