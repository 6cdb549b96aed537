using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CsCheck;

namespace Slipway.Conformance.Fuzzing;

/// <summary>Requests that nobody should send: each is answered, none with a fault of the server, and it lives on.</summary>
public sealed class StrangeRequests : ApiTest, IAsyncLifetime
{
    private static Gen<string> Kind() => Gen.OneOfConst(
        "/api/v1/namespaces/default/configmaps", "/apis/demo.example.io/v1/namespaces/default/widgets", "/apis/demo.example.io/v1/gadgets", "/api/v1/nodes", "/api/v1/namespaces/default/events",
        "/apis/apps/v1/namespaces/default/deployments", "/apis/apiextensions.k8s.io/v1/customresourcedefinitions", "/api/v1/namespaces/default/secrets", "/api/v1/namespaces/default/pods",
        "/apis/demo.example.io/v1beta1/namespaces/default/widgets", "/apis/rbac.authorization.k8s.io/v1/clusterroles", "/api/v1/namespaces");

    private static readonly Gen<string> Word = Gen.OneOf(
        Gen.OneOfConst(
            "api", "apis", "v1", "demo.example.io", "apps", "namespaces", "default", "configmaps", "widgets", "gadgets", "watch", "proxy", "status", "scale", "finalize", "a",
            "secrets", "events", "nodes", "customresourcedefinitions", "openapi", "v2", "v3", "healthz", "readyz", "version", "%2F", "%00", "..", "%25", "é", "", "a%20b"),
        Gen.String[Gen.Char['!', '~'], 1, 8].Select(Uri.EscapeDataString));

    private static readonly Gen<string> Path = Gen.Frequency(
        (1, Word.Array[0, 8].Select(w => "/" + string.Join('/', w))),
        (1, Gen.Select(Kind(), Word.Array[0, 3]).Select((start, more) => string.Join('/', more.Prepend(start)))),
        (6, Gen.Select(Kind(), Gen.OneOfConst("", "/a", "/a", "/a", "/a/status", "/a/scale")).Select((kind, rest) => kind + rest)));

    private static readonly Gen<string> Value = Gen.OneOf(
        Gen.OneOfConst(
            "", "0", "1", "-1", "true", "All", "Exact", "NotOlderThan", "9223372036854775807", "99999999999999999999", "metadata.name=a", "a in (b,c)", "!a", "spec.color!=red",
            "eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6LTEsInN0YXJ0IjoiYVx1MDAwMCJ9", "Strict", "Orphan", "Object", "\ud800", "\0"),
        Gen.String[0, 12]);

    private static readonly Gen<string> Query = Gen.Select(
        Gen.OneOfConst(
            "resourceVersion", "resourceVersionMatch", "limit", "continue", "labelSelector", "fieldSelector", "sendInitialEvents", "allowWatchBookmarks", "timeoutSeconds", "timeout", "dryRun",
            "fieldManager", "fieldValidation", "force", "pretty", "includeObject", "propagationPolicy", "gracePeriodSeconds", "orphanDependents", "verbose", "hash"),
        Value).Select((k, v) => $"{k}={Uri.EscapeDataString(v)}").Array[0, 3].Select(q => q.Length == 0 ? "" : "?" + string.Join('&', q));

    private static readonly Gen<byte[]> Body = Gen.OneOf(
        Gen.Byte.Array[0, 50],
        Gen.OneOfConst(
            "", "null", "[]", "{}", "1", "\"x\"", "{\"metadata\":null}", "{\"metadata\":[]}", "{\"metadata\":{\"name\":1}}", "{\"metadata\":{\"name\":\"a\",\"labels\":\"x\"}}", "{\"metadata\":{\"name\":\"a\"},\"spec\":[]}",
            "{\"metadata\":{\"name\":\"a\",\"finalizers\":{}}}", "{\"metadata\":{\"name\":\"\\ud800\"}}", "{\"a\":1,\"a\":2}", "[{\"op\":\"add\",\"path\":\"\",\"value\":1}]", "[{\"op\":\"move\",\"from\":\"/metadata\",\"path\":\"/metadata/a\"}]",
            "[{\"op\":\"remove\",\"path\":\"/metadata\"}]", "{\"metadata\":{\"ownerReferences\":[1]}}", "{\"apiVersion\":1,\"kind\":{}}", "{\"spec\":{\"replicas\":1e400}}", "{\"preconditions\":[]}", "{\"dryRun\":[1]}", "a: &a [*a]", "? [a]: b", "{\"$patch\":\"replace\"}",
            "{\"data\":{\"$patch\":\"delete\"}}", "{\"metadata\":{\"name\":\"a\",\"creationTimestamp\":5,\"deletionGracePeriodSeconds\":\"x\",\"generation\":\"y\",\"managedFields\":[{\"fieldsV1\":5}]}}").Select(Encoding.UTF8.GetBytes));

    private static readonly Gen<string> Type = Gen.OneOfConst(
        "application/json", "application/json", "application/json", "application/yaml", JsonPatch, JsonPatch, MergePatch, MergePatch, StrategicPatch, StrategicPatch, ApplyPatch, "application/vnd.kubernetes.protobuf", "", "x", "application/json; charset=utf-16", ";;;");

    private static readonly Gen<string> Accept = Gen.OneOfConst(
        "*/*", "application/json", "application/json;as=Table;v=v1;g=meta.k8s.io", "application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io", "application/yaml", "application/vnd.kubernetes.protobuf", ",,;q=x", "a/b;q=0", "");

    private static readonly Gen<byte[]> Fields = Gen.Select(
        Gen.OneOfConst("metadata", "spec", "status", "data", "type", "rules", "immutable", "stringData", "involvedObject"),
        Gen.OneOfConst("name", "labels", "annotations", "finalizers", "ownerReferences", "replicas", "color", "selector", "template", "versions", "names", "group", "containers", "deletionTimestamp", "generateName", "uid", "x", "parts", "range", "free", "managedFields"),
        Gen.OneOfConst("null", "1", "-1", "1.5", "true", "\"\"", "\"a\"", "[]", "{}", "[null]", "[1]", "[{}]", "{\"a\":1}", "{\"a\":null}", "{\"a\":\"b\"}", "[{\"name\":1}]", "\"\\ud800\"", "{\"\\ud800\":1}", "99999999999999999999", "[[]]", "{\"$patch\":\"merge\"}", "{\"low\":1,\"high\":0}"))
        .Array[1, 3].Select(parts => Encoding.UTF8.GetBytes($$"""{"metadata":{"name":"a"},{{string.Join(',', parts.GroupBy(p => p.Item1).Select(g => $$"""
        "{{g.Key}}":{ {{string.Join(',', g.Select(p => $"\"{p.Item2}\":{p.Item3}"))}} }
        """))}}}"""));

    private Cluster _cluster = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => _cluster = await Cluster.StartAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Any_request_is_answered_without_a_fault()
    {
        var method = Gen.OneOfConst("GET", "POST", "PUT", "PATCH", "PATCH", "DELETE", "GET", "POST", "PUT", "PATCH", "PATCH", "HEAD", "OPTIONS", "TRACE", "ODD");
        await Gen.Select(method, Path, Query, Gen.Frequency((1, Body), (1, Fields)), Type, Accept).SampleAsync(
            async (m, path, query, body, type, accept) =>
            {
                var (code, text) = await AskAsync(m, path + query, m is "GET" or "HEAD" or "TRACE" ? null : body, type, accept);
                Assert.True(
                    code is > 0 and < 500 or 504,
                    $"{m} {path}{query} ({type}, {accept}) {Convert.ToHexString(body)} \"{Encoding.UTF8.GetString(body)}\": {code} {text}\n{string.Join('\n', _cluster.Faults.Told)}");
            },
            iter: 3000,
            threads: 4);
        Assert.Empty(_cluster.Faults.Told);
        Assert.Equal("ok", (await SendAsync(_cluster.Admin, "GET", "/readyz", body: null)).Is(200).Text);
    }

    [Fact]
    public async Task Any_change_of_an_object_is_taken_or_refused()
    {
        var pointer = Gen.OneOfConst("", "/", "/spec", "/spec/a", "/spec/parts/0", "/spec/items/-", "/metadata", "/metadata/name", "/metadata/labels", "/metadata/labels/x~1y", "/metadata/finalizers/0", "/status", "/data/a", "/spec/items/99", "/kind", "~2", "x");
        var value = Gen.OneOfConst("null", "1", "\"a\"", "[]", "{}", "[null]", "{\"a\":{\"b\":null}}", "[{\"name\":\"a\"},{\"name\":\"a\"}]", "\"\\ud800\"");
        var operation = Gen.Select(Gen.OneOfConst("add", "remove", "replace", "move", "copy", "test", "odd"), pointer, pointer, value)
            .Select((op, path, from, v) => $$"""{"op":"{{op}}","path":"{{path}}","from":"{{from}}","value":{{v}}}""");
        var json = operation.Array[1, 3].Select(ops => (JsonPatch, Encoding.UTF8.GetBytes($"[{string.Join(',', ops)}]")));
        var merge = Gen.Select(Gen.OneOfConst(MergePatch, StrategicPatch, "application/json"), Fields);
        await Gen.Select(Gen.OneOfConst(ConfigMaps("default"), Widgets("default"), "/apis/apps/v1/namespaces/default/deployments", "/api/v1/namespaces/default/secrets"), Gen.OneOfConst("", "", "/status", "/scale"), Gen.OneOf(json, merge)).SampleAsync(
            async (kind, sub, change) =>
            {
                await AskAsync("POST", kind, """{"metadata":{"name":"a"},"spec":{"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"c","image":"i"}]}}}}"""u8.ToArray(), "application/json", "*/*");
                var (type, body) = change;
                var (code, text) = await AskAsync(type == "application/json" ? "PUT" : "PATCH", $"{kind}/a{sub}?dryRun=All", body, type, "*/*");
                Assert.True(code is > 0 and < 500, $"{kind}{sub} {type} {Encoding.UTF8.GetString(body)}: {code} {text}\n{string.Join('\n', _cluster.Faults.Told)}");
            },
            iter: 2000,
            threads: 4);
        Assert.Empty(_cluster.Faults.Told);
    }

    [Theory]
    [InlineData("application/json", "[", 100_000)]
    [InlineData("application/json", "{\"a\":", 100_000)]
    [InlineData("application/yaml", "[", 100_000)]
    [InlineData("application/yaml", "- ", 50_000)]
    [InlineData(MergePatch, "{\"a\":", 100_000)]
    [InlineData(JsonPatch, "[", 100_000)]
    public async Task What_is_nested_too_deeply_is_refused(string type, string part, int times)
    {
        var body = string.Concat(Enumerable.Repeat(part, times));
        var patch = type is MergePatch or JsonPatch;
        (await SendAsync(_cluster.Admin, "POST", ConfigMaps("default"), ConfigMap("a"))).Is(201, 409);
        (await SendAsync(_cluster.Admin, patch ? "PATCH" : "POST", patch ? ConfigMaps("default") + "/a" : ConfigMaps("default"), body, $"Content-Type: {type}")).Is(400);
    }

    [Fact]
    public async Task Long_selectors_and_tokens_are_answered()
    {
        var many = string.Join(',', Enumerable.Range(0, 3000).Select(i => $"a{i}!=b"));
        (await SendAsync(_cluster.Admin, "GET", $"{ConfigMaps("default")}?labelSelector={Uri.EscapeDataString(many[..5000].TrimEnd(',', '!', '=', 'b', 'a'))}", body: null)).Is(200, 400, 414);
        (await SendAsync(_cluster.Admin, "GET", $"{ConfigMaps("default")}?continue={new string('A', 6000)}", body: null)).Is(400, 414);
    }

    [Fact]
    public async Task Bytes_that_are_no_HTTP_end_their_own_connection_only()
    {
        await Gen.Byte.Array[1, 200].SampleAsync(
            async bytes =>
            {
                using var tcp = new TcpClient();
                await tcp.ConnectAsync(_cluster.Address.Host, _cluster.Address.Port, Stop);
                await tcp.GetStream().WriteAsync(bytes, Stop);
                tcp.Client.Shutdown(SocketShutdown.Send);
            },
            iter: 50,
            threads: 2);
        await Gen.Byte.Array[1, 400].SampleAsync(
            async bytes =>
            {
                using var tcp = new TcpClient();
                await tcp.ConnectAsync(_cluster.Address.Host, _cluster.Address.Port, Stop);
                await using var tls = new SslStream(tcp.GetStream(), leaveInnerStreamOpen: false, (_, _, _, _) => true);
                await tls.AuthenticateAsClientAsync(
                    new SslClientAuthenticationOptions { TargetHost = "localhost", CertificateRevocationCheckMode = X509RevocationMode.NoCheck, ApplicationProtocols = bytes[0] % 2 == 0 ? [SslApplicationProtocol.Http2] : [SslApplicationProtocol.Http11] },
                    Stop);
                await tls.WriteAsync(bytes, Stop);
            },
            iter: 50,
            threads: 2);
        Assert.Equal("ok", (await SendAsync(_cluster.Admin, "GET", "/readyz", body: null)).Is(200).Text);
    }

    /// <summary>Only the head of the answer is waited for: what was asked may be a watch.</summary>
    private async Task<(int Code, string Text)> AskAsync(string method, string path, byte[]? body, string type, string accept)
    {
        if (!Uri.TryCreate(path, UriKind.Relative, out var address) || path.StartsWith("//", StringComparison.Ordinal))
        {
            return (1, "not an address");
        }

        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        using var response = await _cluster.Admin.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
        return ((int)response.StatusCode, (int)response.StatusCode == 500 ? await response.Content.ReadAsStringAsync(Stop) : "");
    }
}
