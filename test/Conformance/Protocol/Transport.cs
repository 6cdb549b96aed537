using System.Net;

namespace Slipway.Conformance.Protocol;

/// <summary>Connections, paths, pages and headers.</summary>
public sealed class Transport : Section<Transport>
{
    [Row("T1")]
    public async Task Both_versions_of_HTTP_are_spoken()
    {
        var cluster = await SharedAsync();
        foreach (var version in new[] { HttpVersion.Version11, HttpVersion.Version20 })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/version") { Version = version, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
            using var response = await cluster.Admin.SendAsync(request, Stop);
            Assert.Equal((HttpStatusCode.OK, version), (response.StatusCode, response.Version));
        }
    }

    [Row("T1")]
    public async Task Hundreds_of_watches_share_a_connection()
    {
        var space = await SpaceAsync();
        var streams = await Task.WhenAll(Enumerable.Range(0, 250).Select(_ => WatchAsync(ConfigMaps(space) + "?labelSelector=own")));
        await PostAsync(ConfigMaps(space), ConfigMap("a", metadata: """ "labels":{"own":"1"} """));
        var words = await Task.WhenAll(streams.Select(s => s.WordAsync()));
        Assert.All(words, w => Assert.Equal("ADDED a", w));
        Array.ForEach(streams, s => s.Dispose());
    }

    [Row("T2")]
    public async Task Paths_mean_what_they_mean_upstream()
    {
        var space = await SpaceAsync();
        await PostAsync(ConfigMaps(space), ConfigMap("a"));
        (await GetAsync("/api/v1/configmaps")).Is(200);
        (await GetAsync($"/api/v1/namespaces/{space}/status")).Is(200);
        (await PostAsync("/api/v1/configmaps", ConfigMap("b"))).Is(405);
        (await GetAsync("/api/v1/configmaps/a")).Is(404);
        var cluster = await SharedAsync();
        var head = (await SendAsync(cluster.Admin, "HEAD", ConfigMaps(space) + "/a", body: null)).Is(200);
        Assert.Empty(head.Body);
        using var all = await OpenAsync(cluster.Admin, $"/api/v1/watch/namespaces/{space}/configmaps");
        Assert.Equal(["ADDED a", "ADDED kube-root-ca.crt"], (await all.WordsAsync(2)).Order());
        using var one = await OpenAsync(cluster.Admin, $"/api/v1/watch/namespaces/{space}/configmaps/a");
        Assert.Equal("ADDED a", await one.WordAsync());
        (await PostAsync($"/api/v1/watch/namespaces/{space}/configmaps", "{}")).Is(404, 405);
        (await GetAsync(ConfigMaps(space) + "//a")).Is(404);
        (await DeleteAsync(ConfigMaps(space) + "?labelSelector=none")).Is(200);
        Assert.Equal("ConfigMapList", (await GetAsync($"{ConfigMaps(space)}?watch=false")).Of("kind"));
        Assert.Equal("a", (await GetAsync($"{ConfigMaps(space)}/a?watch=true")).Of("metadata.name"));
    }

    [Row("T3")]
    public async Task The_servers_own_pages()
    {
        Assert.Contains("/apis/demo.example.io/v1", (await GetAsync("/")).Is(200).Json["paths"]!.AsArray().Select(p => (string)p!));
        Assert.Equal("1", (await GetAsync("/version")).Is(200).Of("major"));
        foreach (var page in new[] { "/healthz", "/livez", "/readyz" })
        {
            Assert.Equal("ok", (await GetAsync(page)).Is(200).Text);
            Assert.Contains("[+]ping ok", (await GetAsync($"{page}?verbose")).Is(200).Text, StringComparison.Ordinal);
            Assert.Contains("check passed", (await GetAsync($"{page}?verbose&exclude=ping")).Is(200).Text, StringComparison.Ordinal);
            Assert.Equal("ok", (await GetAsync($"{page}/ping")).Is(200).Text);
        }

        (await GetAsync("/openapi/v2")).Is(200);
        (await GetAsync("/openapi/v3")).Is(200);
    }

    [Row("T3")]
    public async Task The_page_of_metrics() => (await GetAsync("/metrics")).Is(200);

    [Row("T4")]
    public async Task What_is_not_there()
    {
        foreach (var path in new[] { "/nothing", "/apis/nothing.example.io/v1/things", "/api/v1/things", "/apis/apps/v9/deployments", "/api/v2", "/apis/apps/v1/namespaces/default/deployments/a/nothing" })
        {
            var plain = (await GetAsync(path)).Is(404);
            Assert.StartsWith("text/plain", plain.ContentType, StringComparison.Ordinal);
            Assert.StartsWith("404 page not found", plain.Text, StringComparison.Ordinal);
        }

        var missing = (await GetAsync($"{Samples.Group}/namespaces/default/widgets/none")).Refused(404, "NotFound");
        Assert.Equal("widgets.demo.example.io \"none\" not found", missing.Message);
        Assert.Equal(("none", "demo.example.io", "widgets"), (missing.Of("details.name"), missing.Of("details.group"), missing.Of("details.kind")));
    }

    [Row("T5")]
    public async Task Headers()
    {
        foreach (var path in new[] { "/api/v1/namespaces", "/version", "/nothing", "/api/v1/namespaces/none" })
        {
            var answer = await GetAsync(path, "Audit-ID: of-the-client");
            Assert.Equal("of-the-client", answer.Headers["audit-id"]);
            Assert.Equal("no-cache, private", answer.Headers["cache-control"]);
            Assert.True(answer.Headers.ContainsKey("date") && answer.ContentType.Length > 0);
        }

        Assert.True((await GetAsync("/version")).Headers["audit-id"].Length > 10);
        Assert.Equal("application/json", (await GetAsync("/api")).ContentType);
        Assert.Equal("1", (await GetAsync("/api/v1/namespaces/default?resourceVersion=999999999")).Is(504).Headers["retry-after"]);
    }

    [Row("T6")]
    public async Task Large_answers_are_compressed()
    {
        var space = await SpaceAsync();
        var large = new string('x', 100_000);
        (await PostAsync(ConfigMaps(space), ConfigMap("a", $$"""{"x":"{{large}}"}"""))).Is(201);
        await PostAsync(ConfigMaps(space), ConfigMap("b", $$"""{"x":"{{large}}"}"""));
        var list = (await GetAsync(ConfigMaps(space), "Accept-Encoding: gzip")).Is(200);
        Assert.Equal("gzip", list.Headers["content-encoding"]);
        Assert.True(list.Body.Length < 20_000);
        Assert.False((await GetAsync(ConfigMaps(space) + "/a", "Accept-Encoding: gzip")).Headers.ContainsKey("content-encoding"));
        Assert.False((await GetAsync(ConfigMaps(space))).Headers.ContainsKey("content-encoding"));
    }

    [Row("L6")]
    public async Task A_large_list_arrives_whole_over_both_versions_of_HTTP()
    {
        var space = await SpaceAsync();
        foreach (var name in new[] { "a", "b", "z" })
        {
            (await PostAsync(ConfigMaps(space), ConfigMap(name, $$"""{"x":"{{new string('x', name == "z" ? 10 : 100_000)}}"}"""))).Is(201);
        }

        foreach (var version in new[] { HttpVersion.Version11, HttpVersion.Version20 })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, ConfigMaps(space)) { Version = version, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
            using var response = await (await SharedAsync()).Admin.SendAsync(request, Stop);
            var list = JsonNode.Parse(await response.Content.ReadAsStringAsync(Stop))!;
            Assert.Equal(["a", "b", "kube-root-ca.crt", "z"], list["items"]!.AsArray().Select(i => (string)i!["metadata"]!["name"]!));
        }
    }

    [Row("T7")]
    public async Task Bodies_have_a_limit()
    {
        var space = await SpaceAsync();
        var answer = await PostAsync(ConfigMaps(space), ConfigMap("a", $$"""{"x":"{{new string('x', 3 * 1024 * 1024)}}"}"""));
        answer.Refused(413, "RequestEntityTooLarge");
    }

    [Row("T7")]
    public async Task A_request_ends_at_its_deadline() =>
        (await GetAsync("/api/v1/namespaces/default?resourceVersion=999999999&timeout=1s")).Refused(504, "Timeout");

    [Row("T8")]
    public async Task A_charset_does_no_harm()
    {
        var space = await SpaceAsync();
        (await PostAsync(ConfigMaps(space), ConfigMap("a"), "Content-Type: application/json; charset=utf-8")).Is(201);
        foreach (var (type, patch) in new[] { (JsonPatch, """[{"op":"add","path":"/data","value":{"a":"1"}}]"""), (MergePatch, """{"data":{"b":"2"}}"""), (StrategicPatch, """{"data":{"c":"3"}}""") })
        {
            (await PatchAsync(ConfigMaps(space) + "/a", $"{type}; charset=utf-8", patch)).Is(200);
        }

        Assert.Equal("""{"a":"1","b":"2","c":"3"}""", (await GetAsync(ConfigMaps(space) + "/a")).Json["data"]!.ToJsonString());
    }

    [Row("T9")]
    public async Task Watches_outlive_deadlines()
    {
        var space = await SpaceAsync();
        using var watch = await WatchAsync(ConfigMaps(space) + "?fieldSelector=metadata.name%3Da&timeout=1s");
        await Task.Delay(TimeSpan.FromMilliseconds(1300), TimeProvider.System, Stop);
        await PostAsync(ConfigMaps(space), ConfigMap("a"));
        Assert.Equal("ADDED a", await watch.WordAsync());
    }

    [Row("T11", Pending = "a watch is not offered over a WebSocket")]
    public async Task A_watch_over_a_WebSocket()
    {
        var cluster = await SharedAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/namespaces?watch=true") { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        request.Headers.TryAddWithoutValidation("Connection", "Upgrade");
        request.Headers.TryAddWithoutValidation("Upgrade", "websocket");
        request.Headers.TryAddWithoutValidation("Sec-WebSocket-Version", "13");
        request.Headers.TryAddWithoutValidation("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
        using var response = await cluster.Admin.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
        Assert.Equal(HttpStatusCode.SwitchingProtocols, response.StatusCode);
    }
}
