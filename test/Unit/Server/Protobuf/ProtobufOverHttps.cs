using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Slipway.Machinery.Pki;
using Slipway.Machinery.Protobuf;
using Slipway.Runtime.Clients.Http;
using Slipway.Server.OpenApi;
using Slipway.Server.Protobuf;
using static Slipway.Unit.Server.TestServer;

namespace Slipway.Unit.Server.Protobuf;

/// <summary>Protocol buffers as typed clients send and ask for them, over a real connection.</summary>
public sealed class ProtobufOverHttps : IAsyncLifetime
{
    private const string Protobuf = "application/vnd.kubernetes.protobuf";
    private const string ConfigMaps = "/api/v1/namespaces/default/configmaps";
    private const string Widgets = "/apis/demo.example.io/v1/namespaces/default/widgets";

    private TestServer _server = null!;
    private ClientConnection _connection = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await ListenAsync();
        _connection = new ClientConnection(Kubeconfig.Parse(_server.Server.AdminKubeconfig), _server.Time);
    }

    public async ValueTask DisposeAsync()
    {
        _connection.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task An_object_goes_in_and_comes_out()
    {
        using var made = await SendAsync(HttpMethod.Post, ConfigMaps, Protobuf, Envelope("""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"c"},"data":{"a":"b"}}"""));
        Assert.Equal((HttpStatusCode.Created, Protobuf), (made.StatusCode, made.Content.Headers.ContentType!.ToString()));
        Assert.Equal("b", (string?)(await ReadAsync(made))["data"]!["a"]);
        using var list = await SendAsync(HttpMethod.Get, ConfigMaps, Protobuf + ",application/json");
        ProtobufEnvelope.Open(await list.Content.ReadAsByteArrayAsync(Stop), out _);
        Assert.Equal(Protobuf, list.Content.Headers.ContentType!.ToString());
        using var plain = await SendAsync(HttpMethod.Get, ConfigMaps + "/c", "application/json," + Protobuf);
        Assert.Equal("application/json", plain.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task Refusals_and_deletions_speak_it_as_well()
    {
        using var missing = await SendAsync(HttpMethod.Get, ConfigMaps + "/none", Protobuf);
        Assert.Equal((HttpStatusCode.NotFound, Protobuf), (missing.StatusCode, missing.Content.Headers.ContentType!.ToString()));
        Assert.Equal("configmaps \"none\" not found", (string?)(await ReadAsync(missing))["message"]);
        await _server.CreateAsync(ConfigMap, """{"metadata":{"name":"c"}}""");
        var options = Envelope("""{"apiVersion":"v1","kind":"DeleteOptions","preconditions":{"uid":"another"}}""");
        using var refused = await SendAsync(HttpMethod.Delete, ConfigMaps + "/c", Protobuf, options);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        using var gone = await SendAsync(HttpMethod.Delete, ConfigMaps + "/c", Protobuf, Envelope("""{"apiVersion":"v1","kind":"DeleteOptions"}"""));
        Assert.Equal("Success", (string?)(await ReadAsync(gone))["status"]);
    }

    [Fact]
    public async Task Custom_resources_have_no_such_form_but_their_metadata_has()
    {
        await _server.CreateWidgetAsync("w");
        using var next = await SendAsync(HttpMethod.Get, Widgets + "/w", Protobuf + ",application/json");
        Assert.Equal("application/json", next.Content.Headers.ContentType!.ToString());
        using var none = await SendAsync(HttpMethod.Get, Widgets + "/w", Protobuf);
        Assert.Equal(HttpStatusCode.NotAcceptable, none.StatusCode);
        Assert.Equal(
            "only the following media types are accepted: application/json, application/yaml, application/vnd.kubernetes.protobuf",
            (string?)(await ReadAsync(none))["message"]);
        using var metadata = await SendAsync(HttpMethod.Get, Widgets + "/w", Protobuf + ";as=PartialObjectMetadata;g=meta.k8s.io;v=v1");
        Assert.Equal("w", (string?)(await ReadAsync(metadata))["metadata"]!["name"]);
        using var posted = await SendAsync(HttpMethod.Post, Widgets, "application/json", Envelope("""{"apiVersion":"v1","kind":"ConfigMap"}"""));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, posted.StatusCode);
        Assert.Contains("accepted media types include: application/json, application/yaml\"", await posted.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Garbage_is_a_bad_request()
    {
        foreach (var bytes in (byte[][])["not protobuf"u8.ToArray(), [.. "k8s\0"u8, 0xff, 0xff], Envelope("""{"apiVersion":"v1","kind":"DeleteOptions"}""")])
        {
            using var answer = await SendAsync(HttpMethod.Post, ConfigMaps, "application/json", bytes);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_watch_is_frames_of_events()
    {
        await _server.CreateAsync(ConfigMap, """{"metadata":{"name":"c"},"data":{"a":"b"}}""");
        using var request = Request(HttpMethod.Get, ConfigMaps + "?watch=1&timeoutSeconds=100&fieldSelector=metadata.name%3Dc", Protobuf + ";stream=watch");
        using var watch = await _connection.Invoker.SendAsync(request, Stop);
        Assert.Equal(Protobuf + ";stream=watch", watch.Content.Headers.NonValidated["Content-Type"].ToString());
        await using var stream = await watch.Content.ReadAsStreamAsync(Stop);
        var length = new byte[4];
        await stream.ReadExactlyAsync(length, Stop);
        var frame = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
        await stream.ReadExactlyAsync(frame, Stop);

        // The first field is the type, ADDED; the second holds, under its own first field, the object's envelope.
        Assert.Equal("\n\u0005ADDED", Encoding.UTF8.GetString(frame.AsSpan(0, 7)));
        var inner = frame.AsSpan(frame.AsSpan().IndexOf("k8s\0"u8));
        Assert.Equal(new ProtobufEnvelope("v1", "ConfigMap"), ProtobufEnvelope.Open(inner, out var message));
        Assert.Equal("b", (string?)ProtobufReader.Read(message, BuiltInSchemas.Find("v1", "ConfigMap")!)["data"]!["a"]);
    }

    [Fact]
    public async Task What_nothing_is_written_in_is_refused_in_plain_text()
    {
        using var answer = await SendAsync(HttpMethod.Get, ConfigMaps, "text/html");
        Assert.Equal(HttpStatusCode.NotAcceptable, answer.StatusCode);
        Assert.Equal(
            "406: Not Acceptable\n\nAvailable representations: application/json, application/yaml, application/vnd.kubernetes.protobuf, "
            + "application/json;stream=watch, application/vnd.kubernetes.protobuf;stream=watch",
            await answer.Content.ReadAsStringAsync(Stop));
    }

    private static byte[] Envelope(string json) => ProtobufObjects.FromJson(Encoding.UTF8.GetBytes(json)).ToArray();

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage response) =>
        JsonNode.Parse(ProtobufObjects.ToJson(await response.Content.ReadAsByteArrayAsync(Stop)).Span)!;

    private HttpRequestMessage Request(HttpMethod method, string path, string accept)
    {
        var request = new HttpRequestMessage(method, new Uri(_connection.Server, path)) { Version = HttpVersion.Version20 };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return request;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string accept, byte[]? body = null)
    {
        using var request = Request(method, path, accept);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(Protobuf);
        }

        return await _connection.Invoker.SendAsync(request, Stop);
    }
}
