using Slipway.EndToEnd.Support;

namespace Slipway.EndToEnd.Stories;

/// <summary>A plane is copied while it runs, and its copy takes its place.</summary>
public sealed class Backup : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("slipway-e2e-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_running_plane_is_copied_and_its_copy_goes_on_far_above()
    {
        var copy = Path.Combine(_folder, "copy.db");
        await using (var plane = await Plane.StartAsync(new PlaneOptions { Folder = _folder }))
        {
            await CreateAsync(plane, "before");
            Assert.Contains("is a whole copy", (await plane.SlipwayAsync("backup", copy)).Succeeded(), StringComparison.Ordinal);
            await CreateAsync(plane, "after");
            await plane.KillAsync();
            foreach (var file in Directory.GetFiles(plane.DataDirectory, "slipway.db*"))
            {
                File.Delete(file);
            }

            (await plane.SlipwayAsync("restore", copy)).Succeeded();
        }

        await using (var plane = await Plane.StartAsync(new PlaneOptions { Folder = _folder }))
        {
            var maps = (await plane.Api.ListAsync(Resource.ConfigMaps.In(), Cancellation)).Select(m => m.Name).ToList();
            Assert.Contains("before", maps);
            Assert.DoesNotContain("after", maps);
            Assert.InRange(long.Parse((await CreateAsync(plane, "now")).Text("metadata", "resourceVersion")!), 1_000_000_001, 1_999_999_999);
            Assert.Equal(0, await plane.StopAsync());
        }
    }

    private static Task<System.Text.Json.Nodes.JsonNode> CreateAsync(Plane plane, string name) => plane.Api.SendAsync(
        HttpMethod.Post, Resource.ConfigMaps.In(), $$$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"{{{name}}}"}}""", Cancellation);
}
