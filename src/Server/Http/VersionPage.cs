using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;

namespace Slipway.Server.Http;

/// <summary>The page <c>/version</c>.</summary>
internal static class VersionPage
{
    /// <summary>Makes it.</summary>
    /// <param name="version">For example <c>v1.36.0</c>; clients compare it with what they need.</param>
    public static byte[] Make(string version)
    {
        var numbers = version.TrimStart('v').Split('.', '+', '-');
        var page = new JsonObject
        {
            ["major"] = numbers[0],
            ["minor"] = numbers.Length > 1 ? numbers[1] : "0",
            ["gitVersion"] = version,
            ["gitCommit"] = "",
            ["gitTreeState"] = "clean",
            ["buildDate"] = "1970-01-01T00:00:00Z",
            ["goVersion"] = "none",
            ["compiler"] = RuntimeInformation.FrameworkDescription,
            ["platform"] = RuntimeInformation.RuntimeIdentifier,
        };
        return Encoding.UTF8.GetBytes(page.ToJsonString());
    }
}
