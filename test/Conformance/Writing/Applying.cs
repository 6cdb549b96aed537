namespace Slipway.Conformance.Writing;

/// <summary>Server-side apply and the managed fields that it rests on.</summary>
public sealed class Applying : Section<Applying>
{
    [Row("P5")]
    public async Task Apply_creates_and_changes()
    {
        var space = await SpaceAsync();
        var path = ConfigMaps(space) + "/a";
        var made = (await PatchAsync(path + "?fieldManager=me", ApplyPatch, "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  x: \"1\"\n")).Is(201);
        Assert.Equal("1", made.Of("data.x"));
        Assert.Equal("2", (await PatchAsync(path + "?fieldManager=me", $"{ApplyPatch}; charset=utf-8", ConfigMap("a", """{"x":"2"}"""))).Is(200).Of("data.x"));
        (await PatchAsync(path, ApplyPatch, ConfigMap("a"))).Refused(422, "Invalid", "fieldManager: Required value: is required for apply patch");
    }

    [Row("P5")]
    public async Task Apply_refuses_what_makes_no_sense()
    {
        var space = await SpaceAsync();
        var path = ConfigMaps(space) + "/a?fieldManager=me";
        (await PatchAsync(path, ApplyPatch, ConfigMap("a", metadata: """ "managedFields":[{"manager":"x"}] """))).Refused(400, "BadRequest", "metadata.managedFields must be nil");
        (await PatchAsync(path, ApplyPatch, """{"metadata":{"name":"a"}}""")).Is(400);
        (await PatchAsync(path, ApplyPatch, """{"apiVersion":"v2","kind":"ConfigMap","metadata":{"name":"a"}}""")).Is(400);
    }

    [Row("P6")]
    public async Task Managed_fields_tell_who_set_what()
    {
        var space = await SpaceAsync();
        var made = await PatchAsync(Widgets(space) + "/a?fieldManager=me", ApplyPatch, Widget("a", """{"note":"x","set":["s"],"parts":[{"name":"p","size":1}]}"""));
        var entry = made.Is(201).Json["metadata"]!["managedFields"]!.AsArray().Single()!;
        Assert.Equal(("me", "Apply", "demo.example.io/v1", "FieldsV1"), ((string?)entry["manager"], (string?)entry["operation"], (string?)entry["apiVersion"], (string?)entry["fieldsType"]));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"f:spec":{"f:note":{},"f:set":{"v:\"s\"":{}},"f:parts":{"k:{\"name\":\"p\"}":{".":{},"f:name":{},"f:size":{}}}}}"""), entry["fieldsV1"]));
    }

    [Row("P7")]
    public async Task An_apply_that_changes_nothing()
    {
        var space = await SpaceAsync();
        var path = ConfigMaps(space) + "/a?fieldManager=me";
        var first = (await PatchAsync(path, ApplyPatch, ConfigMap("a", """{"x":"1"}"""))).Is(201);
        var second = (await PatchAsync(path, ApplyPatch, ConfigMap("a", """{"x":"1"}"""))).Is(200);
        Assert.Equal(first.Version, second.Version);
        Assert.Equal(first.Json["metadata"]!["managedFields"]!.ToJsonString(), second.Json["metadata"]!["managedFields"]!.ToJsonString());
        for (var i = 0; i < 12; i++)
        {
            await PatchAsync($"{ConfigMaps(space)}/a?fieldManager=m{i}", MergePatch, $$$"""{"data":{"n{{{i}}}":"1"}}""");
        }

        var managers = (await GetAsync(ConfigMaps(space) + "/a")).Json["metadata"]!["managedFields"]!.AsArray().Where(m => (string?)m!["operation"] == "Update").Select(m => (string)m!["manager"]!).ToList();
        Assert.True(managers.Count <= 11);
        Assert.Contains("ancient-changes", managers);
    }

    [Row("P8")]
    public async Task Merging_removing_and_conflicts()
    {
        var space = await SpaceAsync();
        var path = Widgets(space) + "/a?fieldManager=";
        await PatchAsync(path + "me", ApplyPatch, Widget("a", """{"note":"x","replicas":3,"set":["a"],"parts":[{"name":"p","size":1}]}"""));
        var both = (await PatchAsync(path + "you", ApplyPatch, Widget("a", """{"set":["b"],"parts":[{"name":"q"}],"replicas":3}"""))).Is(200);
        Assert.Equal(["a", "b"], both.Json["spec"]!["set"]!.AsArray().Select(s => (string)s!).Order());
        Assert.Equal(["p", "q"], both.Json["spec"]!["parts"]!.AsArray().Select(p => (string)p!["name"]!));
        var less = (await PatchAsync(path + "me", ApplyPatch, Widget("a", """{"set":["a"]}"""))).Is(200);
        Assert.Equal(("", "3"), (less.Of("spec.note"), less.Of("spec.replicas")));
        var conflict = (await PatchAsync(path + "me", ApplyPatch, Widget("a", """{"replicas":5}"""))).Refused(409, "Conflict");
        Assert.Equal("Apply failed with 1 conflict: conflict with \"you\": .spec.replicas", conflict.Message);
        Assert.Equal(["FieldManagerConflict .spec.replicas"], conflict.Causes);
        Assert.Equal("5", (await PatchAsync(path + "me&force=true", ApplyPatch, Widget("a", """{"replicas":5}"""))).Is(200).Of("spec.replicas"));
    }

    [Row("P9")]
    public async Task Updates_are_tracked()
    {
        var space = await SpaceAsync();
        await PostAsync(ConfigMaps(space) + "?fieldManager=me", ConfigMap("a", """{"x":"1","y":"1"}"""));
        var changed = await PatchAsync(ConfigMaps(space) + "/a?fieldManager=you", MergePatch, """{"data":{"x":"2"}}""");
        var fields = changed.Json["metadata"]!["managedFields"]!.AsArray().ToDictionary(m => (string)m!["manager"]!, m => m!["fieldsV1"]!["f:data"]!.AsObject());
        Assert.True(fields["you"].ContainsKey("f:x") && !fields["me"].ContainsKey("f:x") && fields["me"].ContainsKey("f:y"));
        var reset = await PatchAsync(ConfigMaps(space) + "/a", JsonPatch, """[{"op":"replace","path":"/metadata/managedFields","value":[{}]}]""");
        Assert.Null(reset.Is(200).At("metadata.managedFields"));
    }

    [Row("P10")]
    public async Task Status_and_object_own_their_own()
    {
        var space = await SpaceAsync();
        await PatchAsync(Widgets(space) + "/a?fieldManager=me", ApplyPatch, Widget("a", """{"note":"x"}"""));
        var status = await PatchAsync(
            Widgets(space) + "/a/status?fieldManager=controller", ApplyPatch, """{"apiVersion":"demo.example.io/v1","kind":"Widget","metadata":{"name":"a"},"status":{"phase":"Up"}}""");
        var entry = status.Is(200).Json["metadata"]!["managedFields"]!.AsArray().Single(m => (string?)m!["manager"] == "controller")!;
        Assert.Equal(("status", """{"f:status":{"f:phase":{}}}"""), ((string?)entry["subresource"], entry["fieldsV1"]!.ToJsonString()));
    }

    [Row("P11")]
    public async Task From_client_side_to_server_side_apply()
    {
        var space = await SpaceAsync();
        const string last = """{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"annotations\":{},\"name\":\"a\"},\"data\":{\"x\":\"1\"}}""";
        await PostAsync(ConfigMaps(space) + "?fieldManager=kubectl-client-side-apply", ConfigMap("a", """{"x":"1"}""", $$""" "annotations":{"kubectl.kubernetes.io/last-applied-configuration":"{{last}}"} """));
        var applied = (await PatchAsync(ConfigMaps(space) + "/a?fieldManager=kubectl", ApplyPatch, ConfigMap("a", """{"x":"2"}"""))).Is(200);
        Assert.Contains("\\\"x\\\":\\\"2\\\"", applied.Json["metadata"]!["annotations"]!.ToJsonString().Replace("\\u0022", "\\\"", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Row("P12")]
    public async Task Ownership_survives_conversion()
    {
        var space = await SpaceAsync();
        await PatchAsync(Widgets(space) + "/a?fieldManager=me", ApplyPatch, Widget("a", """{"note":"x"}"""));
        var beta = Widgets(space).Replace("/v1/", "/v1beta1/", StringComparison.Ordinal) + "/a?fieldManager=me";
        var changed = (await PatchAsync(beta, ApplyPatch, """{"apiVersion":"demo.example.io/v1beta1","kind":"Widget","metadata":{"name":"a"},"spec":{"color":"red"}}""")).Is(200);
        Assert.Equal(("", "red"), (changed.Of("spec.note"), changed.Of("spec.color")));
    }
}
