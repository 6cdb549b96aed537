using Slipway.EndToEnd.Planes;
using Slipway.EndToEnd.Support;

namespace Slipway.EndToEnd.Refusals;

/// <summary><c>slipway apply</c> says what is wrong and where, and applies nothing of a file that has something wrong.</summary>
[Collection(PlainPlane.Name)]
public sealed class SlipwayApply(PlainPlane plane) : PlaneTest(plane)
{
    public static TheoryData<string> Cases => [.. BadInput.Table.Select(row => row.Case)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_bad_document_is_named_and_nothing_is_applied(string what)
    {
        var (_, yaml, mentions) = BadInput.Table.Single(row => row.Case == what);
        var good = "good-" + what.Replace(' ', '-').ToLowerInvariant();
        var file = await FileAsync(good, BadInput.Good(good) + yaml);

        var finished = await Plane.SlipwayAsync("apply", "-f", file);

        finished.Refused().Says(mentions);
        Assert.Null(await Api.TryGetAsync(Resource.ConfigMaps.Of(good), Cancellation));
    }

    [Fact]
    public async Task Broken_yaml_is_told_with_its_file_and_line()
    {
        var file = await FileAsync("broken", BadInput.Good("good-broken") + BadInput.Broken);

        var finished = await Plane.SlipwayAsync("apply", "-f", file);

        // The good document and its separator are four lines.
        finished.Ended(2).Says(file + ":9:");
        Assert.Null(await Api.TryGetAsync(Resource.ConfigMaps.Of("good-broken"), Cancellation));
    }

    [Fact]
    public async Task A_reference_to_a_template_that_is_nowhere_is_told()
    {
        var file = await FileAsync("absent", BadInput.Good("good-absent") + BadInput.MachineDeployment(""));

        var finished = await Plane.SlipwayAsync("apply", "-f", file);

        finished.Refused().Says("DevMachineTemplate", "absent-template");
        Assert.Null(await Api.TryGetAsync(Resource.ConfigMaps.Of("good-absent"), Cancellation));
        Assert.Null(await Api.TryGetAsync(Resource.MachineDeployments.Of("bad"), Cancellation));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_told()
    {
        var file = Path.Combine(Plane.Folder, "nowhere.yaml");
        (await Plane.SlipwayAsync("apply", "-f", file)).Ended(2).Says(file);
    }

    [Fact]
    public async Task Where_no_plane_answers_the_exit_code_is_3()
    {
        var folder = Directory.CreateTempSubdirectory("slipway-e2e-");
        var finished = await new Execution(Checkout.Program, ["get", "clusters", "--data", folder.FullName]).ToEndAsync();
        folder.Delete(recursive: true);
        finished.Ended(3).Says(folder.FullName, "slipway up");
    }

    private async Task<string> FileAsync(string name, string yaml)
    {
        var file = Path.Combine(Plane.Folder, name + ".yaml");
        await File.WriteAllTextAsync(file, yaml, Cancellation);
        return file;
    }
}
