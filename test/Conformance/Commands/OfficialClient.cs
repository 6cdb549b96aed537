using System.Net;
using System.Text.Json;
using k8s;
using k8s.Autorest;
using k8s.Models;

namespace Slipway.Conformance.Commands;

/// <summary>The official C# client, unchanged.</summary>
public sealed class OfficialClient : Section<OfficialClient>
{
    [Row("Z6")]
    [Row("T8")]
    public async Task Reads_writes_and_patches()
    {
        var space = await SpaceAsync();
        using var client = (await SharedAsync()).Official();
        var core = client.CoreV1;
        var made = await core.CreateNamespacedConfigMapAsync(new V1ConfigMap { Metadata = new V1ObjectMeta { Name = "a" }, Data = new Dictionary<string, string> { ["x"] = "1" } }, space, cancellationToken: Stop);
        Assert.Equal("1", (await core.ReadNamespacedConfigMapAsync("a", space, cancellationToken: Stop)).Data["x"]);
        foreach (var (patch, type) in new[] { ("""{"data":{"y":"2"}}""", V1Patch.PatchType.MergePatch), ("""[{"op":"add","path":"/data/z","value":"3"}]""", V1Patch.PatchType.JsonPatch), ("""{"data":{"s":"4"}}""", V1Patch.PatchType.StrategicMergePatch) })
        {
            await core.PatchNamespacedConfigMapAsync(new V1Patch(patch, type), "a", space, cancellationToken: Stop);
        }

        Assert.Equal(4, (await core.ReadNamespacedConfigMapAsync("a", space, cancellationToken: Stop)).Data.Count);
        var stale = await Assert.ThrowsAsync<HttpOperationException>(() => core.ReplaceNamespacedConfigMapAsync(made, "a", space, cancellationToken: Stop));
        Assert.Equal(HttpStatusCode.Conflict, stale.Response.StatusCode);
        var status = await core.DeleteNamespacedConfigMapAsync("a", space, cancellationToken: Stop);
        Assert.Equal("Success", status.Status);
        var groups = await client.Apis.GetAPIVersionsAsync(Stop);
        Assert.Contains(groups.Groups, g => g.Name == "demo.example.io");
        Assert.StartsWith("v1.", (await client.Version.GetCodeAsync(Stop)).GitVersion, StringComparison.Ordinal);
    }

    [Row("Z6")]
    [Row("L4")]
    [Row("W1")]
    public async Task Pages_and_watches()
    {
        var space = await SpaceAsync();
        using var client = (await SharedAsync()).Official();
        for (var i = 0; i < 5; i++)
        {
            await client.CustomObjects.CreateNamespacedCustomObjectAsync<JsonElement>(JsonSerializer.Deserialize<JsonElement>(Widget($"w{i}")), "demo.example.io", "v1", space, "widgets", cancellationToken: Stop);
        }

        var names = new List<string>();
        var token = "";
        do
        {
            var page = await client.CustomObjects.ListNamespacedCustomObjectAsync<JsonElement>("demo.example.io", "v1", space, "widgets", limit: 2, continueParameter: token.Length > 0 ? token : null, cancellationToken: Stop);
            names.AddRange(page.GetProperty("items").EnumerateArray().Select(w => w.GetProperty("metadata").GetProperty("name").GetString()!));
            token = page.GetProperty("metadata").TryGetProperty("continue", out var next) ? next.GetString()! : "";
        }
        while (token.Length > 0);

        Assert.Equal(["w0", "w1", "w2", "w3", "w4"], names);
        var list = await client.CoreV1.ListNamespacedConfigMapAsync(space, fieldSelector: "metadata.name=c", cancellationToken: Stop);
        await using var changes = client.CoreV1
            .WatchListNamespacedConfigMapAsync(space, fieldSelector: "metadata.name=c", resourceVersion: list.Metadata.ResourceVersion, cancellationToken: Stop)
            .GetAsyncEnumerator(Stop);
        await PostAsync(ConfigMaps(space), ConfigMap("c"));
        await DeleteAsync(ConfigMaps(space) + "/c");
        Assert.True(await changes.MoveNextAsync());
        Assert.Equal(WatchEventType.Added, changes.Current.Item1);
        Assert.True(await changes.MoveNextAsync());
        Assert.Equal(WatchEventType.Deleted, changes.Current.Item1);
    }
}
