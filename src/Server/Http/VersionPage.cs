using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;

namespace Slipway.Server.Http;

/// <summary>The page <c>/version</c>.</summary>
internal static class VersionPage
{
    /// <summary>What is behind the version, so that nobody takes this server for another.</summary>
    public const string Suffix = "+slipway";

    /// <summary>Makes it.</summary>
    /// <param name="version">For example <c>v1.36.0</c>; clients compare it with what they need.</param>
    public static byte[] Make(string version)
    {
        var numbers = version.TrimStart('v').Split('.', '+', '-');
        var (major, minor) = (numbers[0], numbers.Length > 1 ? numbers[1] : "0");
        var page = new JsonObject
        {
            ["major"] = major,
            ["minor"] = minor,
            ["emulationMajor"] = major,
            ["emulationMinor"] = minor,
            ["minCompatibilityMajor"] = major,
            ["minCompatibilityMinor"] = minor is "0" ? "0" : (int.Parse(minor) - 1).ToString(),
            ["gitVersion"] = version.Contains('+', StringComparison.Ordinal) ? version : version + Suffix,
            ["gitCommit"] = "",
            ["gitTreeState"] = "clean",
            ["buildDate"] = "1970-01-01T00:00:00Z",
            ["goVersion"] = "none",
            ["compiler"] = RuntimeInformation.FrameworkDescription,
            ["platform"] = $"{SystemName()}/{Architecture()}",
        };
        return Encoding.UTF8.GetBytes(page.ToJsonString());
    }

    private static string SystemName() => OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";

    private static string Architecture() => RuntimeInformation.ProcessArchitecture switch
    {
        global::System.Runtime.InteropServices.Architecture.X64 => "amd64",
        var other => other.ToString().ToLowerInvariant(),
    };
}
