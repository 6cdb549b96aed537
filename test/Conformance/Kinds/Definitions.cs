namespace Slipway.Conformance.Kinds;

/// <summary>CustomResourceDefinitions and the objects they make possible.</summary>
public sealed class Definitions : Section<Definitions>
{
    private const string Path = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

    [Row("X1")]
    public async Task What_a_definition_becomes()
    {
        var found = (await GetAsync($"{Path}/widgets.demo.example.io")).Is(200);
        var conditions = found.Json["status"]!["conditions"]!.AsArray().ToDictionary(c => (string)c!["type"]!, c => (string)c!["status"]!);
        Assert.Equal(("True", "True"), (conditions["NamesAccepted"], conditions["Established"]));
        Assert.Equal(("widgets", "Widget", "wd"), (found.Of("status.acceptedNames.plural"), found.Of("status.acceptedNames.kind"), found.Of("status.acceptedNames.shortNames.0")));
        Assert.Equal("""["v1"]""", found.Json["status"]!["storedVersions"]!.ToJsonString());
        (await GetAsync("/apis/apiextensions.k8s.io/v1beta1/customresourcedefinitions")).Is(404);
        (await PostAsync(Path, Samples.Definition("things", """{"type":"object"}""").Replace("\"things.test.example.io\"", "\"other\"", StringComparison.Ordinal))).Refused(422, "Invalid", "metadata.name");
        (await PostAsync(Path, Samples.Definition("guards", """{"type":"object"}""", "guards.k8s.io"))).Refused(422, "Invalid", "api-approved.kubernetes.io");
    }

    [Row("X2")]
    public async Task Schemas_are_structural_and_names_do_not_clash()
    {
        foreach (var (schema, words) in new[]
        {
            ("""{"properties":{"spec":{"type":"object"}}}""", "type: Required value: must not be empty"),
            ("""{"type":"object","properties":{"spec":{"properties":{"a":{"type":"string"}}}}}""", "type: Required value: must not be empty"),
            ("""{"type":"object","properties":{"spec":{"type":"object","additionalProperties":{"type":"string"},"properties":{"a":{"type":"string"}}}}}""", "additionalProperties"),
            ("""{"type":"object","properties":{"spec":{"type":"array"}}}""", "items: Required value: must be specified"),
        })
        {
            (await PostAsync(Path, Samples.Definition("shapes", schema))).Refused(422, "Invalid", words);
        }

        (await PostAsync(Path, Samples.Definition("gizmos", """{"type":"object"}""").Replace("\"gizmos\"", "\"gizmos\",\"shortNames\":[\"gz\"]", StringComparison.Ordinal))).Is(201);
        (await PostAsync(Path, Samples.Definition("gazmos", """{"type":"object"}""").Replace("\"gazmos\"", "\"gazmos\",\"shortNames\":[\"gz\"]", StringComparison.Ordinal))).Is(201);
        await UntilAsync(
            () => GetAsync($"{Path}/gazmos.test.example.io"),
            a => (a.At("status.conditions") as JsonArray ?? []).Any(c => (string?)c!["type"] == "NamesAccepted" && (string?)c["status"] == "False"));
    }

    [Row("X2")]
    public async Task Keeping_unknown_fields_cannot_be_denied() =>
        (await PostAsync(Path + "?dryRun=All", Samples.Definition("deniers", """{"type":"object","properties":{"spec":{"type":"object","x-kubernetes-preserve-unknown-fields":false}}}""")))
            .Refused(422, "Invalid", "x-kubernetes-preserve-unknown-fields");

    [Row("X3")]
    public async Task Unknown_fields_are_pruned()
    {
        var space = await SpaceAsync();
        var made = (await PostAsync(Widgets(space) + "?fieldValidation=Ignore", Widget("a", """{"bogus":1,"free":{"kept":{"deep":1}}}""")[..^1] + ""","top":1}""")).Is(201);
        Assert.Equal(("", "1", ""), (made.Of("spec.bogus"), made.Of("spec.free.kept.deep"), made.Of("top")));
        var gadget = (await PostAsync($"{Samples.Group}/gadgets", """{"apiVersion":"demo.example.io/v1","kind":"Gadget","metadata":{"name":"kept","bogus":1},"anything":{"goes":1}}""")).Is(201);
        Assert.Equal(("1", ""), (gadget.Of("anything.goes"), gadget.Of("metadata.bogus")));
        (await PostAsync(Path, Samples.Definition("keeps", """{"type":"object"}""").Replace("\"scope\"", "\"preserveUnknownFields\":true,\"scope\"", StringComparison.Ordinal))).Refused(422, "Invalid", "preserveUnknownFields");
    }

    [Row("X4")]
    public async Task Defaults()
    {
        var space = await SpaceAsync();
        Assert.Equal("1", (await PostAsync(Widgets(space), Widget("a"))).Of("spec.replicas"));
        Assert.Equal("1", (await PatchAsync(Widgets(space) + "/a", MergePatch, """{"spec":{"replicas":null}}""")).Of("spec.replicas"));
        var nulls = (await PostAsync(Widgets(space), Widget("b", """{"maybe":null,"replicas":null}"""))).Is(201);
        Assert.Equal("1", nulls.Of("spec.replicas"));
        Assert.True(nulls.Json["spec"]!.AsObject().ContainsKey("maybe") && nulls.Json["spec"]!["maybe"] is null);
        Assert.Equal("yes", (await PostAsync(Widgets(space), Widget("c"))).Of("spec.maybe"));
    }

    [Row("X5")]
    [Row("E3")]
    public async Task Validation()
    {
        var space = await SpaceAsync();
        foreach (var (spec, words) in new[]
        {
            ("""{"replicas":-1}""", "spec.replicas: Invalid value: -1: spec.replicas in body should be greater than or equal to 0"),
            ("""{"replicas":"string"}""", "spec.replicas: Invalid value: \"string\": spec.replicas in body must be of type integer: \"string\""),
            ("""{"color":"pink"}""", "spec.color: Unsupported value: \"pink\": supported values: \"red\", \"green\", \"blue\""),
            ("""{"word":"A1"}""", "spec.word: Invalid value: \"A1\": spec.word in body should match '^[a-z]+$'"),
            ("""{"when":"noon"}""", "spec.when: Invalid value: \"noon\": spec.when in body must be of type date-time: \"noon\""),
            ("""{"set":["a","a"]}""", "spec.set[1]: Duplicate value: \"a\""),
            ("""{"parts":[{"name":"a"},{"name":"a"}]}""", "spec.parts[1]: Duplicate value"),
            ("""{"parts":[{"size":1}]}""", "spec.parts[0].name: Required value"),
            ("""{"port":[]}""", "spec.port: Invalid value"),
        })
        {
            (await PostAsync(Widgets(space), Widget("a", spec))).Refused(422, "Invalid", "Widget.demo.example.io \"a\" is invalid: ", words);
        }

        var type = await PostAsync(Widgets(space), Widget("a", """{"replicas":"string"}"""));
        Assert.Contains("FieldValueTypeInvalid spec.replicas", type.Causes);
        (await PostAsync(Widgets(space), Widget("a", """{"port":"http","when":"2026-01-01T00:00:00Z","word":"abc"}"""))).Is(201);
        (await PostAsync(Path, Samples.Definition("looks", """{"type":"object","properties":{"a":{"type":"string","pattern":"(?=x)"}}}"""))).Refused(422, "Invalid", "pattern");
    }

    [Row("X6")]
    public async Task What_was_invalid_before_does_not_stop_an_update()
    {
        const string objects = "/apis/test.example.io/v1/namespaces/default/ratchets";
        await PostAsync(Path, Samples.Definition("ratchets", """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}}}"""));
        await UntilAsync(() => PostAsync(objects, """{"apiVersion":"test.example.io/v1","kind":"Ratchet","metadata":{"name":"r"},"a":"long"}"""), a => a.Code == 201);
        (await PatchAsync($"{Path}/ratchets.test.example.io", JsonPatch, """[{"op":"add","path":"/spec/versions/0/schema/openAPIV3Schema/properties/a/maxLength","value":2}]""")).Is(200);
        await UntilAsync(() => PostAsync(objects, """{"apiVersion":"test.example.io/v1","kind":"Ratchet","metadata":{"name":"s"},"a":"long"}"""), a => a.Code == 422);
        (await PatchAsync($"{objects}/r", MergePatch, """{"b":"x"}""")).Is(200);
        (await PatchAsync($"{objects}/r", MergePatch, """{"a":"longer"}""")).Is(422);
    }

    [Row("X7")]
    public async Task Rules_in_CEL()
    {
        var space = await SpaceAsync();
        var refused = (await PostAsync(Widgets(space), Widget("a", """{"range":{"low":2,"high":1}}"""))).Refused(422, "Invalid", "spec.range: Invalid value: ", "low must not be above high");
        Assert.Contains("FieldValueInvalid spec.range", refused.Causes);
        (await PostAsync(Widgets(space), Widget("a", """{"range":{"low":1,"high":2},"fixed":"x"}"""))).Is(201);
        (await PatchAsync(Widgets(space) + "/a", MergePatch, """{"spec":{"fixed":"y"}}""")).Refused(422, "Invalid", "spec.fixed", "fixed cannot change");
        (await PatchAsync(Widgets(space) + "/a", MergePatch, """{"spec":{"note":"y"}}""")).Is(200);
    }

    [Row("X7")]
    public async Task Rules_are_compiled_with_types()
    {
        (await PostAsync(Path + "?dryRun=All", Samples.Definition("rules", """{"type":"object","properties":{"a":{"type":"string","x-kubernetes-validations":[{"rule":"self.none"}]}}}"""))).Refused(422, "Invalid", "x-kubernetes-validations[0].rule", "compilation failed");
    }

    [Row("E3")]
    public async Task Rules_that_were_not_looked_at()
    {
        var space = await SpaceAsync();
        (await PostAsync(Widgets(space), Widget("a", """{"replicas":"x","range":{"low":2,"high":1}}""")))
            .Refused(422, "Invalid", "some validation rules were not checked because the object was invalid; correct the existing errors to complete validation");
    }

    [Row("X8")]
    public async Task Libraries_of_CEL()
    {
        var rules = string.Join(',', new[]
        {
            "'abc'.charAt(1) == 'b'", "[1,2].sum() == 3", "'a1'.find('[0-9]') == '1'", "url('https://a.b/c').getHost() == 'a.b'", "quantity('1Ki').asInteger() == 1024",
            "ip('10.0.0.1').family() == 4", "cidr('10.0.0.0/8').containsIP('10.1.1.1')", "semver('1.2.3').major() == 1", "optional.of(1).hasValue()", "format.dns1123Label().validate('a').hasValue() == false",
        }.Select(r => new JsonObject { ["rule"] = r }.ToJsonString()));
        (await PostAsync(Path, Samples.Definition("libraries", $$$"""{"type":"object","x-kubernetes-validations":[{{{rules}}}]}"""))).Is(201);
        await UntilAsync(
            () => PostAsync("/apis/test.example.io/v1/namespaces/default/libraries", """{"apiVersion":"test.example.io/v1","kind":"Librarie","metadata":{"name":"a"}}"""), a => a.Code is 201 or 422);
        (await GetAsync("/apis/test.example.io/v1/namespaces/default/libraries/a")).Is(200);
    }

    [Row("X9")]
    [Row("Q6")]
    public async Task Several_versions()
    {
        var space = await SpaceAsync();
        await PostAsync(Widgets(space), Widget("a", """{"note":"x"}"""));
        var beta = (await GetAsync(Widgets(space).Replace("/v1/", "/v1beta1/", StringComparison.Ordinal) + "/a")).Is(200);
        Assert.Equal(("demo.example.io/v1beta1", "x"), (beta.Of("apiVersion"), beta.Of("spec.note")));
        Assert.Contains("299 - \"demo.example.io/v1beta1 Widget is deprecated\"", beta.Warnings, StringComparison.Ordinal);
        Assert.Equal("", (await GetAsync(Widgets(space) + "/a")).Warnings);
    }

    [Row("X10")]
    public async Task Columns_and_names()
    {
        var table = await GetAsync($"{Samples.Group}/widgets?limit=1", "Accept: application/json;as=Table;v=v1;g=meta.k8s.io");
        Assert.Equal(["string", "string", "integer", "date"], table.Is(200).Json["columnDefinitions"]!.AsArray().Select(c => (string)c!["type"]!));
        (await PostAsync(Path, Samples.Definition("columns", """{"type":"object"}""").Replace("\"served\"", "\"additionalPrinterColumns\":[{\"name\":\"A\",\"type\":\"other\",\"jsonPath\":\".a\"}],\"served\"", StringComparison.Ordinal))).Refused(422, "Invalid", "additionalPrinterColumns[0].type");
    }

    [Row("X11")]
    public async Task Objects_follow_the_storage_version()
    {
        const string objects = "/apis/test.example.io/v1/namespaces/default/movers";
        await PostAsync(Path, Samples.Definition("movers", """{"type":"object"}"""));
        await UntilAsync(() => PostAsync(objects, """{"apiVersion":"test.example.io/v1","kind":"Mover","metadata":{"name":"a"}}"""), a => a.Code == 201);
        (await PatchAsync($"{Path}/movers.test.example.io", JsonPatch, """
            [{"op":"replace","path":"/spec/versions/0/storage","value":false},{"op":"add","path":"/spec/versions/-","value":{"name":"v2","served":true,"storage":true,"schema":{"openAPIV3Schema":{"type":"object"}}}}]
            """)).Is(200);
        var moved = await UntilAsync(() => GetAsync(objects.Replace("/v1/", "/v2/", StringComparison.Ordinal) + "/a"), a => a.Code == 200);
        Assert.Equal("test.example.io/v2", moved.Of("apiVersion"));
        Assert.Equal("""["v1","v2"]""", (await GetAsync($"{Path}/movers.test.example.io")).Json["status"]!["storedVersions"]!.ToJsonString());
    }
}
