namespace Slipway.Conformance.Writing;

/// <summary>JSON Patch, merge patch and strategic merge patch.</summary>
public sealed class Patches : Section<Patches>
{
    [Row("P1")]
    public async Task JSON_patches()
    {
        var space = await SpaceAsync();
        await PostAsync(Widgets(space), Widget("a", """{"items":["x","y"],"note":"n"}"""));
        var path = Widgets(space) + "/a";
        var changed = (await PatchAsync(path, JsonPatch, """
            [{"op":"test","path":"/spec/note","value":"n"},{"op":"add","path":"/spec/items/-","value":"z"},{"op":"remove","path":"/spec/items/0"},
             {"op":"replace","path":"/spec/note","value":"m"},{"op":"copy","from":"/spec/note","path":"/spec/word"},{"op":"add","path":"/metadata/labels","value":{"a/b":"c"}},
             {"op":"replace","path":"/metadata/labels/a~1b","value":"d"}]
            """)).Is(200);
        Assert.Equal("""["y","z"]""", changed.Json["spec"]!["items"]!.ToJsonString());
        Assert.Equal(("m", "m", "d"), (changed.Of("spec.note"), changed.Of("spec.word"), (string?)changed.Json["metadata"]!["labels"]!["a/b"]));
        (await PatchAsync(path, JsonPatch, """[{"op":"test","path":"/spec/note","value":"other"}]""")).Refused(422, "Invalid");
        (await PatchAsync(path, JsonPatch, """[{"op":"remove","path":"/spec/none"}]""")).Refused(422, "Invalid");
        (await PatchAsync(path, JsonPatch, """{"op":"remove"}""")).Refused(400, "BadRequest");
        var many = string.Join(',', Enumerable.Repeat("""{"op":"test","path":"/spec/note","value":"m"}""", 10_001));
        (await PatchAsync(path, JsonPatch, $"[{many}]")).Refused(413, "RequestEntityTooLarge");
    }

    [Row("P2")]
    public async Task Merge_patches()
    {
        var space = await SpaceAsync();
        await PostAsync(Widgets(space), Widget("a", """{"items":["x","y"],"note":"n","free":{"a":1,"b":{"c":2,"d":3}}}"""));
        var changed = (await PatchAsync(Widgets(space) + "/a", MergePatch, """{"spec":{"note":null,"items":["z"],"free":{"b":{"c":null,"e":4}}}}""")).Is(200);
        Assert.Equal("", changed.Of("spec.note"));
        Assert.Equal("""["z"]""", changed.Json["spec"]!["items"]!.ToJsonString());
        Assert.Equal("""{"a":1,"b":{"d":3,"e":4}}""", changed.Json["spec"]!["free"]!.ToJsonString());
        (await PatchAsync(Widgets(space) + "/a", MergePatch, "[]")).Is(400, 422);
        (await PatchAsync(Widgets(space) + "/none", MergePatch, "{}")).Refused(404, "NotFound");
    }

    [Row("P3")]
    public async Task Strategic_merge_patches()
    {
        var space = await SpaceAsync();
        var path = $"/apis/apps/v1/namespaces/{space}/deployments";
        (await PostAsync(path, """
            {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"d"},"spec":{"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"b"}},
             "spec":{"containers":[{"name":"one","image":"i:1"},{"name":"two","image":"i:2"}],"volumes":[{"name":"v","emptyDir":{}}]}}}}
            """)).Is(201);
        async Task<IReadOnlyList<string>> AfterAsync(string spec)
        {
            var answer = (await PatchAsync(path + "/d", StrategicPatch, $$$"""{"spec":{"template":{"spec":{{{spec}}} } } }""")).Is(200);
            return [.. answer.Json["spec"]!["template"]!["spec"]!["containers"]!.AsArray().Select(c => $"{c!["name"]}={c["image"]}")];
        }

        Assert.Equal(["one=i:9", "two=i:2"], (await AfterAsync("""{"containers":[{"name":"one","image":"i:9"}]}""")).Order());
        Assert.Equal(["one=i:9"], await AfterAsync("""{"containers":[{"name":"two","$patch":"delete"}]}"""));
        Assert.Equal(["three=i:3", "one=i:9"], await AfterAsync("""{"$setElementOrder/containers":[{"name":"three"},{"name":"one"}],"containers":[{"name":"three","image":"i:3"}]}"""));
        Assert.Equal(["four=i:4"], await AfterAsync("""{"containers":[{"name":"four","image":"i:4"},{"$patch":"replace"}]}"""));
        await PostAsync(ConfigMaps(space), ConfigMap("a", metadata: """ "finalizers":["example.io/a","example.io/b"] """));
        var less = await PatchAsync(ConfigMaps(space) + "/a", StrategicPatch, """{"metadata":{"$deleteFromPrimitiveList/finalizers":["example.io/a"]}}""");
        Assert.Equal("""["example.io/b"]""", less.Is(200).Json["metadata"]!["finalizers"]!.ToJsonString());
        await PatchAsync(ConfigMaps(space) + "/a", MergePatch, """{"metadata":{"finalizers":null}}""");
    }

    [Row("P4")]
    public async Task Locks_inside_patches()
    {
        var space = await SpaceAsync();
        var made = await PostAsync(ConfigMaps(space), ConfigMap("a"));
        await PatchAsync(ConfigMaps(space) + "/a", MergePatch, """{"data":{"x":"1"}}""");
        (await PatchAsync(ConfigMaps(space) + "/a", MergePatch, $$$"""{"metadata":{"resourceVersion":"{{{made.Version}}}"},"data":{"x":"2"}}""")).Refused(409, "Conflict");
        (await PatchAsync(ConfigMaps(space) + "/a", MergePatch, """{"metadata":{"uid":"other"},"data":{"x":"2"}}""")).Is(409, 422);
        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => PatchAsync(ConfigMaps(space) + "/a", MergePatch, $$$"""{"data":{"n{{{i}}}":"1"}}""")));
        Assert.All(all, a => a.Is(200));
        Assert.Equal(21, (await GetAsync(ConfigMaps(space) + "/a")).Json["data"]!.AsObject().Count);
    }
}
