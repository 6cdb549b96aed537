using System.Text;

namespace Slipway.Conformance.Protocol;

/// <summary>Media types of bodies and answers.</summary>
public sealed class Content : Section<Content>
{
    private const string Table = "application/json;as=Table;v=v1;g=meta.k8s.io";
    private const string Metadata = "application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io";
    private const string Protobuf = "application/vnd.kubernetes.protobuf";

    [Row("N1")]
    public async Task Bodies_in_JSON_and_YAML()
    {
        var space = await SpaceAsync();
        (await PostAsync(ConfigMaps(space), "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  x: \"1\"\n", "Content-Type: application/yaml")).Is(201);
        (await PostAsync(ConfigMaps(space), ConfigMap("b"), "Content-Type: ")).Is(201);
        (await PostAsync(ConfigMaps(space), "nonsense: [", "Content-Type: application/yaml")).Is(400);
        (await PostAsync(ConfigMaps(space), "{\"apiVersion\":")).Refused(400, "BadRequest");
        (await PostAsync(ConfigMaps(space), "x", "Content-Type: text/plain")).Refused(415, "UnsupportedMediaType");
    }

    [Row("E1")]
    public async Task Media_types_of_415()
    {
        var space = await SpaceAsync();
        await PostAsync(Widgets(space), Widget("a"));
        var patch = (await PatchAsync($"{Widgets(space)}/a", StrategicPatch, "{}")).Refused(415, "UnsupportedMediaType");
        Assert.Equal(
            "the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml", patch.Message);
    }

    [Row("E1")]
    public async Task Media_types_of_415_for_built_in_kinds()
    {
        var space = await SpaceAsync();
        Assert.Equal(
            "the body of the request was in an unknown format - accepted media types include: application/json, application/yaml, application/vnd.kubernetes.protobuf",
            (await PostAsync(ConfigMaps(space), "x", "Content-Type: text/plain")).Refused(415, "UnsupportedMediaType").Message);
    }

    [Row("N2")]
    public async Task A_body_of_protocol_buffers()
    {
        var space = await SpaceAsync();
        var cluster = await SharedAsync();
        var made = (await SendBytesAsync(cluster.Admin, "POST", ConfigMaps(space), ProtoConfigMap("a", "x", "1"), $"Content-Type: {Protobuf}")).Is(201);
        Assert.Equal(("a", "1"), (made.Of("metadata.name"), made.Of("data.x")));
        (await SendBytesAsync(cluster.Admin, "POST", Widgets(space), ProtoConfigMap("a", "x", "1"), $"Content-Type: {Protobuf}")).Is(415);
    }

    [Row("N3")]
    public async Task Both_encodings_mean_the_same()
    {
        var space = await SpaceAsync();
        await PostAsync(ConfigMaps(space), ConfigMap("a", """{"x":"1"}"""));
        var answer = (await GetAsync($"{ConfigMaps(space)}/a", $"Accept: {Protobuf}")).Is(200);
        Assert.Equal(Protobuf, answer.ContentType);
        Assert.Equal("k8s\0", Encoding.ASCII.GetString(answer.Body.AsSpan(0, 4)));
        var made = await SendBytesAsync((await SharedAsync()).Admin, "PUT", $"{ConfigMaps(space)}/a", answer.Body, $"Content-Type: {Protobuf}");
        Assert.Equal("1", made.Is(200).Of("data.x"));
    }

    [Row("N4")]
    public async Task Accept_is_read()
    {
        foreach (var (accept, type) in new[]
        {
            ("", "application/json"), ("*/*", "application/json"), ("application/*", "application/json"), ("application/yaml", "application/yaml"),
            ("application/yaml;q=0.5, application/json", "application/json"), ("text/html, application/yaml", "application/yaml"), ("application/json;q=0.1,application/yaml;q=0.9", "application/yaml"),
        })
        {
            Assert.Equal(type, (await GetAsync("/api/v1/namespaces/default", $"Accept: {accept}")).Is(200).ContentType);
        }

        Assert.Contains("\n  \"", (await GetAsync("/api/v1/namespaces/default?pretty=1")).Text, StringComparison.Ordinal);
        Assert.Contains("\n  \"", (await GetAsync("/api/v1/namespaces/default", "User-Agent: curl/8")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n ", (await GetAsync("/api/v1/namespaces/default")).Text, StringComparison.Ordinal);
        (await GetAsync("/api/v1/namespaces/default", "Accept: text/html")).Is(406);
    }

    [Row("N5")]
    public async Task A_clause_that_cannot_be_met_is_passed_over()
    {
        var space = await SpaceAsync();
        await PostAsync(Widgets(space), Widget("a"));
        Assert.Equal("application/json", (await GetAsync($"{Widgets(space)}/a", $"Accept: {Protobuf},application/json")).Is(200).ContentType);
        (await GetAsync($"{Widgets(space)}/a", $"Accept: {Protobuf}")).Is(406);
        Assert.Equal("Widget", (await GetAsync($"{Widgets(space)}/a", "Accept: application/json;as=Table;v=v9;g=meta.k8s.io,application/json")).Is(200).Of("kind"));
    }

    [Row("E2")]
    public async Task Media_types_of_406()
    {
        var space = await SpaceAsync();
        await PostAsync(Widgets(space), Widget("a"));
        var refused = (await GetAsync($"{Widgets(space)}/a", $"Accept: {Protobuf}")).Is(406);
        Assert.Contains("only the following media types are accepted: application/json, application/yaml, application/vnd.kubernetes.protobuf", refused.Text, StringComparison.Ordinal);
    }

    [Row("N6")]
    public async Task Tables()
    {
        var space = await SpaceAsync();
        await PostAsync(Widgets(space), Widget("a", """{"color":"red","replicas":3}"""));
        await PostAsync(Widgets(space), Widget("b"));
        foreach (var version in new[] { "v1", "v1beta1" })
        {
            var list = (await GetAsync($"{Widgets(space)}?limit=1", $"Accept: application/json;as=Table;v={version};g=meta.k8s.io,application/json")).Is(200);
            Assert.Equal(("Table", $"meta.k8s.io/{version}"), (list.Of("kind"), list.Of("apiVersion")));
            Assert.Equal(["Name", "Color", "Wanted", "Age"], list.Json["columnDefinitions"]!.AsArray().Select(c => (string)c!["name"]!));
            Assert.Equal(("1", "name", "date"), (list.Of("columnDefinitions.2.priority"), list.Of("columnDefinitions.0.format"), list.Of("columnDefinitions.3.type")));
            Assert.Equal(("a", "red", "3"), (list.Of("rows.0.cells.0"), list.Of("rows.0.cells.1"), list.Of("rows.0.cells.2")));
            Assert.Equal(("PartialObjectMetadata", "a"), (list.Of("rows.0.object.kind"), list.Of("rows.0.object.metadata.name")));
            Assert.True(list.Version.Length > 0 && list.Of("metadata.continue").Length > 0);
            Assert.Equal("1", list.Of("metadata.remainingItemCount"));
        }

        var one = (await GetAsync($"{Widgets(space)}/a?includeObject=Object", $"Accept: {Table}")).Is(200);
        Assert.Equal(("Widget", "red"), (one.Of("rows.0.object.kind"), one.Of("rows.0.object.spec.color")));
        Assert.Null((await GetAsync($"{Widgets(space)}?includeObject=None", $"Accept: {Table}")).At("rows.0.object"));
        Assert.Equal(["Name", "Created At"], (await GetAsync($"{Samples.Group}/gadgets", $"Accept: {Table}")).Json["columnDefinitions"]!.AsArray().Select(c => (string)c!["name"]! == "Age" ? "Created At" : (string)c["name"]!));
        Assert.Equal(["Name", "Data", "Age"], (await GetAsync(ConfigMaps(space), $"Accept: {Table}")).Json["columnDefinitions"]!.AsArray().Select(c => (string)c!["name"]!));
        Assert.Equal("Status", (await GetAsync($"{Widgets(space)}/none", $"Accept: {Table}")).Is(404).Of("kind"));
    }

    [Row("N7")]
    public async Task What_has_no_metadata_has_no_table() =>
        (await PostAsync(
            "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
            """{"apiVersion":"authorization.k8s.io/v1","kind":"SelfSubjectAccessReview","spec":{"resourceAttributes":{"verb":"get","resource":"pods"}}}""",
            $"Accept: {Table}")).Refused(406, "NotAcceptable");

    [Row("N8")]
    public async Task Metadata_alone()
    {
        var space = await SpaceAsync();
        foreach (var name in new[] { "a", "b" })
        {
            await PostAsync(ConfigMaps(space), ConfigMap(name, """{"x":"1"}"""));
        }

        var one = (await GetAsync($"{ConfigMaps(space)}/a", $"Accept: {Metadata}")).Is(200);
        Assert.Equal(("PartialObjectMetadata", "meta.k8s.io/v1", "a"), (one.Of("kind"), one.Of("apiVersion"), one.Of("metadata.name")));
        Assert.Null(one.At("data"));
        var list = (await GetAsync(ConfigMaps(space), "Accept: application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io")).Is(200);
        Assert.Equal("PartialObjectMetadataList", list.Of("kind"));
        Assert.Equal(["a", "b", "kube-root-ca.crt"], list.Names);
        Assert.Equal(("PartialObjectMetadata", one.Version), (list.Of("items.0.kind"), list.Of("items.0.metadata.resourceVersion")));
        Assert.Null(list.At("items.0.data"));
        var patched = await SendAsync((await SharedAsync()).Admin, "PATCH", $"{ConfigMaps(space)}/a", """{"data":{"y":"2"}}""", $"Content-Type: {MergePatch}", $"Accept: {Metadata}");
        Assert.Equal("PartialObjectMetadata", patched.Is(200).Of("kind"));
        (await SendAsync((await SharedAsync()).Admin, "DELETE", $"{ConfigMaps(space)}/a", body: null, $"Accept: {Metadata}")).Is(200);
    }

    [Row("N10")]
    public async Task CBOR_is_refused()
    {
        var space = await SpaceAsync();
        (await PostAsync(ConfigMaps(space), "x", "Content-Type: application/cbor")).Is(415);
        (await GetAsync(ConfigMaps(space), "Accept: application/cbor")).Is(406);
        (await GetAsync(ConfigMaps(space), "Accept: application/cbor, application/json")).Is(200);
    }

    /// <summary>A ConfigMap as Kubernetes' envelope and messages say it: four bytes, then an Unknown with its type and the message.</summary>
    private static byte[] ProtoConfigMap(string name, string key, string value)
    {
        static byte[] Field(int number, byte[] bytes) => [(byte)((number << 3) | 2), (byte)bytes.Length, .. bytes];
        static byte[] Text(int number, string text) => Field(number, Encoding.UTF8.GetBytes(text));
        byte[] message = [.. Field(1, Text(1, name)), .. Field(2, [.. Text(1, key), .. Text(2, value)])];
        return [.. "k8s\0"u8, .. Field(1, [.. Text(1, "v1"), .. Text(2, "ConfigMap")]), .. Field(2, message), .. Text(3, ""), .. Text(4, "")];
    }
}
