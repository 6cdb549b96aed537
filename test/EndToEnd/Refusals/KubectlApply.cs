using Slipway.EndToEnd.Planes;
using Slipway.EndToEnd.Support;

namespace Slipway.EndToEnd.Refusals;

/// <summary>kubectl gets the same errors; what only a controller can find out stands in a condition.</summary>
[Collection(PlainPlane.Name)]
public sealed class KubectlApply(PlainPlane plane) : PlaneTest(plane)
{
    public static TheoryData<string> Cases => [.. BadInput.Table.Select(row => row.Case).Except(["no name"])];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_bad_document_is_refused(string what)
    {
        var (_, yaml, mentions) = BadInput.Table.Single(row => row.Case == what);
        (await Plane.Kubectl.WithInputAsync(yaml, "apply", "-f", "-")).Ended(1).Says(mentions);
    }

    [Fact]
    public async Task A_template_that_is_nowhere_is_told_by_a_condition()
    {
        var cluster = ReplaceLast(
            await YamlAsync("dangling", controlPlane: 1, workers: 1),
            "kind: DevMachineTemplate\n        name: dangling-md-0",
            "kind: DevMachineTemplate\n        name: absent-template");

        (await Plane.Kubectl.WithInputAsync(cluster, "apply", "-f", "-")).Succeeded();

        await Api.UntilAsync(
            Resource.MachineDeployments,
            "dangling-md-0",
            "tells that its template is missing",
            d => d.Conditions.Any(c => c.Text("message").Contains("absent-template", StringComparison.Ordinal)));
        await DeleteAsync("dangling");
    }

    private static string ReplaceLast(string text, string old, string replacement)
    {
        var at = text.LastIndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{old}' is not in:\n{text}");
        return text[..at] + replacement + text[(at + old.Length)..];
    }
}
