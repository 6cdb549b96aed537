namespace Slipway.Conformance.Protocol;

/// <summary>The API's description.</summary>
public sealed class OpenApi : Section<OpenApi>
{
    private const string Protobuf = "Accept: application/com.github.proto-openapi.spec.v2@v1.0+protobuf";

    [Row("O1")]
    public async Task V2_in_both_encodings()
    {
        var json = (await GetAsync("/openapi/v2")).Is(200);
        Assert.Equal("2.0", json.Of("swagger"));
        Assert.Matches("^\"[0-9A-F]+\"$", json.Headers["etag"]);
        foreach (var accept in new[] { Protobuf, Protobuf.Replace('@', '.') })
        {
            var proto = (await GetAsync("/openapi/v2", accept)).Is(200);
            Assert.Equal("application/com.github.proto-openapi.spec.v2.v1.0+protobuf", proto.ContentType);
            Assert.Equal("\n\u00032.0", proto.Text[..5]);
        }

        (await GetAsync("/openapi/v2", "Accept: text/html")).Is(406);
    }

    [Row("O2")]
    public async Task V2_tells_what_kubectl_looks_for()
    {
        var text = await GetAsync("/openapi/v2");
        var widget = text.Json["definitions"]!.AsObject().Single(d => d.Value!["x-kubernetes-group-version-kind"]?[0]?["kind"]?.ToString() == "Widget"
            && d.Value["x-kubernetes-group-version-kind"]![0]!["version"]!.ToString() == "v1").Value!;
        Assert.Equal("demo.example.io", (string?)widget["x-kubernetes-group-version-kind"]![0]!["group"]);
        Assert.Equal("map", (string?)widget["properties"]!["spec"]!["properties"]!["parts"]!["x-kubernetes-list-type"]);
        var patch = text.Json["paths"]!["/apis/demo.example.io/v1/namespaces/{namespace}/widgets/{name}"]!["patch"]!;
        Assert.Equal(("patch", "Widget"), ((string?)patch["x-kubernetes-action"], (string?)patch["x-kubernetes-group-version-kind"]!["kind"]));
        var parameters = patch["parameters"]!.ToJsonString();
        foreach (var name in new[] { "dryRun", "fieldManager", "fieldValidation", "force" })
        {
            Assert.Contains(name, parameters, StringComparison.Ordinal);
        }
    }

    [Row("O3")]
    public async Task The_index_of_v3_and_its_hashes()
    {
        var index = (await GetAsync("/openapi/v3")).Is(200);
        var address = (string)index.Json["paths"]!["apis/demo.example.io/v1"]!["serverRelativeURL"]!;
        Assert.StartsWith("/openapi/v3/apis/demo.example.io/v1?hash=", address, StringComparison.Ordinal);
        Assert.NotNull(index.Json["paths"]!["api/v1"]);
        var page = (await GetAsync(address)).Is(200);
        Assert.StartsWith("3.", page.Of("openapi"), StringComparison.Ordinal);
        Assert.Contains("immutable", page.Headers["cache-control"], StringComparison.Ordinal);
        Assert.True(page.Headers.ContainsKey("expires"));
        var wrong = (await GetAsync("/openapi/v3/apis/demo.example.io/v1?hash=0123")).Is(301);
        Assert.EndsWith(address, wrong.Headers["location"], StringComparison.Ordinal);
    }

    [Row("O4")]
    public async Task V3_offers_strategic_patches_for_built_in_kinds_only()
    {
        var core = (await GetAsync("/openapi/v3/api/v1")).Is(200).Json["paths"]!["/api/v1/namespaces/{namespace}/configmaps/{name}"]!["patch"]!["requestBody"]!["content"]!.AsObject();
        var custom = (await GetAsync("/openapi/v3/apis/demo.example.io/v1")).Is(200).Json["paths"]![$"{Samples.Group}/namespaces/{{namespace}}/widgets/{{name}}"]!["patch"]!["requestBody"]!["content"]!.AsObject();
        Assert.True(core.ContainsKey(StrategicPatch));
        Assert.False(custom.ContainsKey(StrategicPatch));
        Assert.True(custom.ContainsKey(MergePatch) && custom.ContainsKey(ApplyPatch));
    }

    [Row("O6")]
    public async Task Built_in_kinds_have_whole_schemas()
    {
        var schemas = (await GetAsync("/openapi/v3/api/v1")).Json["components"]!["schemas"]!.AsObject();
        var pod = schemas["io.k8s.api.core.v1.PodSpec"]!;
        Assert.Contains("containers", pod["properties"]!.AsObject().Select(p => p.Key));
        Assert.Equal(("merge", "name"), ((string?)pod["properties"]!["containers"]!["x-kubernetes-patch-strategy"], (string?)pod["properties"]!["containers"]!["x-kubernetes-patch-merge-key"]));
        var widget = (await GetAsync("/openapi/v3/apis/demo.example.io/v1")).Json["components"]!["schemas"]!.AsObject();
        Assert.Contains(widget, s => s.Value!["description"]?.ToString() == "A thing to test with.");
    }
}
