using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Slipway.Runtime.Clients;
using Slipway.Server.Http.Requests;
using Slipway.Server.Verbs;

namespace Slipway.Unit.Server.Http;

/// <summary>Requests for resources over a real connection.</summary>
public sealed class Requests : IAsyncLifetime
{
    private const string Widgets = "/apis/demo.example.io/v1/namespaces/default/widgets";

    private RunningHost _host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await RunningHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_get_answers_the_bytes_with_the_headers_that_clients_expect()
    {
        _host.Verbs.Put("w", FakeVerbs.Object("Widget", "w"));
        using var request = new HttpRequestMessage(HttpMethod.Get, Widgets + "/w?resourceVersion=5") { Version = HttpVersion.Version20 };
        request.Headers.Add("Audit-ID", "mine");
        using var response = await _host.Client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(HttpVersion.Version20, response.Version);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("mine", response.Headers.GetValues("Audit-Id").Single());
        Assert.Equal("no-cache, private", response.Headers.CacheControl!.ToString());
        Assert.NotNull(response.Headers.Date);
        Assert.Equal(FakeVerbs.Object("Widget", "w"), await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("5", _host.Verbs.LastOptions);
        Assert.Equal(("default", "w", ""), (_host.Verbs.LastCall!.Namespace, _host.Verbs.LastCall.Name, _host.Verbs.LastCall.Subresource));
        Assert.Equal("kubernetes-admin", _host.Verbs.LastCall.Caller.Name);
        Assert.Contains("system:masters", _host.Verbs.LastCall.Caller.Groups);
    }

    [Fact]
    public async Task A_refusal_is_a_status()
    {
        using var response = await _host.Client.GetAsync(Widgets + "/none", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var status = await JsonAsync(response);
        Assert.Equal("Status", (string?)status["kind"]);
        Assert.Equal("NotFound", (string?)status["reason"]);
        Assert.Equal("widgets.demo.example.io \"none\" not found", (string?)status["message"]);
    }

    [Fact]
    public async Task A_list_is_an_envelope_around_the_items()
    {
        _host.Verbs.Put("a", FakeVerbs.Object("Widget", "a"));
        _host.Verbs.Put("b", FakeVerbs.Object("Widget", "b"));
        using var response = await _host.Client.GetAsync(
            "/apis/demo.example.io/v1/widgets?limit=2&labelSelector=x%3Dy&fieldSelector=metadata.name%3Da", Cancellation);
        var list = await JsonAsync(response);
        Assert.Equal("WidgetList", (string?)list["kind"]);
        Assert.Equal("demo.example.io/v1", (string?)list["apiVersion"]);
        Assert.Equal("42", (string?)list["metadata"]!["resourceVersion"]);
        Assert.Equal("next", (string?)list["metadata"]!["continue"]);
        Assert.Equal(["a", "b"], list["items"]!.AsArray().Select(i => (string?)i!["metadata"]!["name"]));
        var options = Assert.IsType<ListOptions>(_host.Verbs.LastOptions);
        Assert.Equal((2, "x=y", "metadata.name=a"), (options.Limit, options.LabelSelector, options.FieldSelector));
        Assert.Equal(("", ""), (_host.Verbs.LastCall!.Namespace, _host.Verbs.LastCall.Name));
    }

    [Fact]
    public async Task A_watch_sends_each_event_as_a_line_at_once()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Widgets + "?watch=true&allowWatchBookmarks=true&timeoutSeconds=9")
        {
            Version = HttpVersion.Version20,
        };
        using var response = await _host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var options = Assert.IsType<WatchOptions>(_host.Verbs.LastOptions);
        Assert.True(options.AllowBookmarks);
        Assert.Null(options.SendInitialEvents);
        Assert.Equal(TimeSpan.FromSeconds(9), options.Timeout);

        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(Cancellation));
        foreach (var name in (string[])["a", "b"])
        {
            var json = Encoding.UTF8.GetBytes(FakeVerbs.Object("Widget", name));
            await _host.Verbs.Events.Writer.WriteAsync(new(WatchEventType.Added, json, 1), Cancellation);
            Assert.Equal($$"""{"type":"ADDED","object":{{FakeVerbs.Object("Widget", name)}}}""", await lines.ReadLineAsync(Cancellation));
        }

        _host.Verbs.Events.Writer.Complete();
        Assert.Null(await lines.ReadLineAsync(Cancellation));
    }

    [Fact]
    public async Task Stopping_ends_watches_cleanly()
    {
        using var response = await _host.Client.GetAsync(Widgets + "?watch=1", HttpCompletionOption.ResponseHeadersRead, Cancellation);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(Cancellation));
        var end = lines.ReadLineAsync(Cancellation);
        await _host.Host.DisposeAsync();
        Assert.Null(await end);
    }

    [Fact]
    public async Task A_create_hands_on_the_body_and_the_options()
    {
        _host.Verbs.Warnings = ["unknown field \"spec.bogus\""];
        var body = FakeVerbs.Object("Widget", "w");
        using var request = new HttpRequestMessage(HttpMethod.Post, Widgets + "?dryRun=All&fieldValidation=Strict")
        {
            Content = Body(body, "application/json; charset=utf-8"),
        };
        request.Headers.UserAgent.ParseAdd("kubectl/v1.32 (linux)");
        using var response = await _host.Client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal(body, Encoding.UTF8.GetString(_host.Verbs.LastBody));
        var options = Assert.IsType<WriteOptions>(_host.Verbs.LastOptions);
        Assert.Equal((true, "Strict", "kubectl"), (options.DryRun, options.FieldValidation, options.FieldManager));
        Assert.Equal("299 - \"unknown field \\\"spec.bogus\\\"\"", response.Headers.NonValidated["Warning"].ToString());
    }

    [Theory]
    [InlineData("application/json-patch+json", PatchType.Json)]
    [InlineData("application/merge-patch+json; charset=utf-8", PatchType.Merge)]
    [InlineData("application/apply-patch+yaml", PatchType.Apply)]
    public async Task A_patch_has_its_type(string contentType, PatchType expected)
    {
        _host.Verbs.Put("w", FakeVerbs.Object("Widget", "w"));
        using var response = await _host.Client.PatchAsync(Widgets + "/w?fieldManager=me", Body("{}", contentType), Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(expected, _host.Verbs.LastPatch!.Type);
    }

    [Fact]
    public async Task A_strategic_patch_is_for_built_in_kinds_only()
    {
        _host.Verbs.Put("w", FakeVerbs.Object("ConfigMap", "w"));
        using var builtIn = await _host.Client.PatchAsync(
            "/api/v1/namespaces/default/configmaps/w", Body("{}", "application/strategic-merge-patch+json"), Cancellation);
        Assert.Equal(HttpStatusCode.OK, builtIn.StatusCode);

        using var custom = await _host.Client.PatchAsync(Widgets + "/w", Body("{}", "application/strategic-merge-patch+json"), Cancellation);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, custom.StatusCode);
        Assert.Equal(
            "the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml",
            (string?)(await JsonAsync(custom))["message"]);
    }

    [Fact]
    public async Task Deletion_takes_its_options_from_the_body()
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, Widgets + "/w?propagationPolicy=Orphan")
        {
            Content = Body(
                """{"kind":"DeleteOptions","apiVersion":"v1","propagationPolicy":"Foreground","preconditions":{"uid":"u","resourceVersion":"3"},"dryRun":["All"]}""",
                "application/json"),
        };
        using var response = await _host.Client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(
            new DeleteOptions { PropagationPolicy = "Foreground", Uid = "u", ResourceVersion = "3", DryRun = true },
            _host.Verbs.LastOptions);
    }

    [Fact]
    public async Task Deletion_takes_its_options_from_the_query_where_there_is_no_body()
    {
        using var response = await _host.Client.DeleteAsync(Widgets + "/w?orphanDependents=true&gracePeriodSeconds=0", Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(new DeleteOptions { PropagationPolicy = "Orphan", GracePeriodSeconds = 0 }, _host.Verbs.LastOptions);
    }

    [Fact]
    public async Task Deletion_of_a_collection()
    {
        using var response = await _host.Client.DeleteAsync(Widgets + "?labelSelector=a", Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("WidgetList", (string?)(await JsonAsync(response))["kind"]);
        var (selection, _) = Assert.IsType<(ListOptions, DeleteOptions)>(_host.Verbs.LastOptions);
        Assert.Equal("a", selection.LabelSelector);
    }

    [Theory]
    [InlineData("POST", Widgets + "?dryRun=Some", 422, "CreateOptions.meta.k8s.io \"\" is invalid: dryRun: Unsupported value: \"Some\": supported values: \"All\"")]
    [InlineData("POST", Widgets + "?fieldValidation=No", 422, "CreateOptions.meta.k8s.io \"\" is invalid: fieldValidation: Unsupported value: \"No\": supported values: \"Ignore\", \"Strict\", \"Warn\"")]
    [InlineData("DELETE", Widgets + "/w?propagationPolicy=No", 422, "DeleteOptions.meta.k8s.io \"\" is invalid: propagationPolicy: Unsupported value: \"No\": supported values: \"Background\", \"Foreground\", \"Orphan\"")]
    [InlineData("GET", Widgets + "?limit=x", 400, "the query parameter limit must be a whole number, but is \"x\"")]
    [InlineData("POST", Widgets + "/w", 405, "the server does not allow this method on the requested resource")]
    [InlineData("DELETE", "/apis/demo.example.io/v1/widgets", 405, "the server does not allow this method on the requested resource")]
    [InlineData("DELETE", Widgets + "/w/status", 405, "the server does not allow this method on the requested resource")]
    public async Task Bad_requests_are_refused_in_the_known_words(string method, string address, int code, string message)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method == "POST")
        {
            request.Content = Body("{}", "application/json");
        }

        using var response = await _host.Client.SendAsync(request, Cancellation);
        Assert.Equal(code, (int)response.StatusCode);
        Assert.Equal(message, (string?)(await JsonAsync(response))["message"]);
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/apis/demo.example.io/v1/gadgets")]
    [InlineData("/apis/demo.example.io/v3/widgets")]
    [InlineData(Widgets + "/w/finalize")]
    [InlineData("/apis/demo.example.io/v1/widgets/w")]
    [InlineData("/api/v1/namespaces/x/namespaces/y")]
    public async Task What_is_not_there_is_plain_text(string address)
    {
        using var response = await _host.Client.GetAsync(address, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("404 page not found\n", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task A_body_over_three_mebibytes_is_refused()
    {
        using var known = await _host.Client.PostAsync(Widgets, Body(new string(' ', RequestBody.Limit + 1), "application/json"), Cancellation);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, known.StatusCode);
        Assert.Equal("Request entity too large: limit is 3145728", (string?)(await JsonAsync(known))["message"]);
    }

    [Fact]
    public async Task Protobuf_is_refused_by_name()
    {
        using var sent = await _host.Client.PostAsync(Widgets, Body("k8s", "application/vnd.kubernetes.protobuf"), Cancellation);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, sent.StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Get, Widgets + "/w");
        request.Headers.Accept.ParseAdd("application/vnd.kubernetes.protobuf");
        using var wanted = await _host.Client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.NotAcceptable, wanted.StatusCode);
    }

    [Fact]
    public async Task Head_is_get_without_a_body()
    {
        _host.Verbs.Put("w", FakeVerbs.Object("Widget", "w"));
        using var request = new HttpRequestMessage(HttpMethod.Head, Widgets + "/w");
        using var response = await _host.Client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task A_large_list_is_compressed_for_who_takes_that()
    {
        _host.Verbs.Put("w", FakeVerbs.Object("Widget", "w", $$""","spec":{"note":"{{new string('x', 200_000)}}"}"""));
        using var request = new HttpRequestMessage(HttpMethod.Get, Widgets);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        using var response = await _host.Client.SendAsync(request, Cancellation);
        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
        Assert.True((await response.Content.ReadAsByteArrayAsync(Cancellation)).Length < 10_000);
    }

    [Fact]
    public async Task A_deprecated_version_warns()
    {
        _host.Verbs.Put("w", FakeVerbs.Object("Widget", "w"));
        using var response = await _host.Client.GetAsync("/apis/demo.example.io/v1alpha1/namespaces/default/widgets/w", Cancellation);
        Assert.Equal("299 - \"demo.example.io/v1alpha1 Widget is deprecated\"", response.Headers.NonValidated["Warning"].ToString());
    }

    [Fact]
    public async Task A_person_gets_lines()
    {
        _host.Verbs.Put("w", """{"kind":"Widget","metadata":{"name":"é<w>"}}""");
        Assert.Equal(
            "{\n  \"kind\": \"Widget\",\n  \"metadata\": {\n    \"name\": \"é<w>\"\n  }\n}\n",
            await _host.Client.GetStringAsync(Widgets + "/w?pretty=1", Cancellation));
    }

    private static ByteArrayContent Body(string text, string contentType)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return content;
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!;
}
