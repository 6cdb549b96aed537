using System.Text;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Runtime.Clients.Http;
using Slipway.Server.Verbs;
using Slipway.Unit.Server.Http;

namespace Slipway.Unit.Runtime.Clients;

/// <summary>The HTTP client against a host on loopback.</summary>
public sealed class HttpClients : IAsyncLifetime
{
    private static readonly ResourceType Widgets = new("demo.example.io", "v1", "Widget", "widgets");

    private RunningHost _host = null!;
    private ClientConnection _connection = null!;
    private HttpApiClient _client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await RunningHost.StartAsync();
        _connection = new ClientConnection(_host.Kubeconfig);
        _client = Client(_connection);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _connection.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Get()
    {
        _host.Verbs.Put("w", FakeVerbs.Object("Widget", "w"));
        var json = await _client.GetAsync(new(Widgets, "default", "w"), Cancellation);
        Assert.Equal(FakeVerbs.Object("Widget", "w"), Encoding.UTF8.GetString(json.Span));
    }

    [Fact]
    public async Task A_refusal_carries_the_status()
    {
        var refusal = await Assert.ThrowsAsync<ApiException>(() => _client.GetAsync(new(Widgets, "default", "w"), Cancellation).AsTask());
        Assert.True(refusal.IsNotFound);
        Assert.Equal(StatusReason.NotFound, refusal.Reason);
    }

    [Fact]
    public async Task An_unknown_resource_is_not_found()
    {
        var unknown = Widgets with { Plural = "gadgets" };
        var refusal = await Assert.ThrowsAsync<ApiException>(() => _client.GetAsync(new(unknown, "default", "w"), Cancellation).AsTask());
        Assert.True(refusal.IsNotFound);
        Assert.Equal("the server could not find the requested resource", refusal.Message);
    }

    [Fact]
    public async Task List_hands_out_the_items_with_their_type()
    {
        _host.Verbs.Put("a", """{"metadata":{"name":"a"}}""");
        _host.Verbs.Put("b", """{"kind":"Widget","apiVersion":"demo.example.io/v1","metadata":{"name":"b"},"spec":{"items":[{"kind":"x"}]}}""");
        var list = await _client.ListAsync(
            new(Widgets) { Namespace = "default", LabelSelector = "a in (b,c)", FieldSelector = "metadata.name=a", Limit = 5 }, Cancellation);
        Assert.Equal(
            [
                """{"kind":"Widget","apiVersion":"demo.example.io/v1","metadata":{"name":"a"}}""",
                """{"kind":"Widget","apiVersion":"demo.example.io/v1","metadata":{"name":"b"},"spec":{"items":[{"kind":"x"}]}}""",
            ],
            list.Items.Select(i => Encoding.UTF8.GetString(i.Span)));
        Assert.Equal(("42", "next"), (list.ResourceVersion, list.Continue));
        var options = Assert.IsType<ListOptions>(_host.Verbs.LastOptions);
        Assert.Equal(("a in (b,c)", "metadata.name=a", 5), (options.LabelSelector, options.FieldSelector, options.Limit));
    }

    [Fact]
    public async Task Writes_say_how()
    {
        _host.Verbs.Put("w", FakeVerbs.Object("Widget", "w"));
        var options = new WriteOptions { FieldManager = "me", DryRun = true, FieldValidation = "Strict" };
        await _client.CreateAsync(new(Widgets, "default"), "{}"u8.ToArray(), options, Cancellation);
        Assert.Equal(options, _host.Verbs.LastOptions);
        await _client.PatchAsync(new(Widgets, "default", "w", "status"), new(PatchType.Merge, "{}"u8.ToArray()), options, Cancellation);
        Assert.Equal("status", _host.Verbs.LastCall!.Subresource);
        Assert.Equal(PatchType.Merge, _host.Verbs.LastPatch!.Type);
        var removal = new DeleteOptions { PropagationPolicy = "Foreground", Uid = "u", ResourceVersion = "3", DryRun = true, GracePeriodSeconds = 4 };
        await _client.DeleteAsync(new(Widgets, "default", "w"), removal, Cancellation);
        Assert.Equal(removal, _host.Verbs.LastOptions);
    }

    [Fact]
    public async Task Watch()
    {
        await using var events = _client.WatchAsync(new(Widgets, "7") { Namespace = "default" }, Cancellation).GetAsyncEnumerator(Cancellation);
        var json = Encoding.UTF8.GetBytes(FakeVerbs.Object("Widget", "w"));
        foreach (var type in Enum.GetValues<WatchEventType>())
        {
            await _host.Verbs.Events.Writer.WriteAsync(new(type, json, 8), Cancellation);
            Assert.True(await events.MoveNextAsync());
            Assert.Equal(type, events.Current.Type);
            Assert.Equal(json, events.Current.Object.ToArray());
        }

        var options = Assert.IsType<WatchOptions>(_host.Verbs.LastOptions);
        Assert.Equal(("7", true), (options.ResourceVersion, options.AllowBookmarks));
        _host.Verbs.Events.Writer.Complete();
        Assert.False(await events.MoveNextAsync());
    }

    [Fact]
    public async Task An_expired_watch_throws()
    {
        var status = """{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"too old resource version: 1 (9)","reason":"Expired","code":410}"""u8;
        _host.Verbs.Events.Writer.TryWrite(new(null, status.ToArray(), 9));
        await using var events = _client.WatchAsync(new(Widgets, "1"), Cancellation).GetAsyncEnumerator(Cancellation);
        var refusal = await Assert.ThrowsAsync<ApiException>(() => events.MoveNextAsync().AsTask());
        Assert.Equal(StatusReason.Expired, refusal.Reason);
    }

    [Fact]
    public async Task Nobody_there()
    {
        await _host.Host.DisposeAsync();
        var fault = await Assert.ThrowsAsync<ServerUnreachableException>(() => ProbeAsync(_client));
        Assert.StartsWith($"no answer from {_client.Server}: ", fault.Message, StringComparison.Ordinal);
        Assert.Contains("refused", fault.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_server_of_another_authority_is_not_trusted()
    {
        var stranger = new TestPki();
        using var connection = new ClientConnection(_host.Kubeconfig with { CertificateAuthorityPem = stranger.Authority.ExportCertificatePem() });
        using var client = Client(connection);
        var fault = await Assert.ThrowsAsync<ServerUnreachableException>(() => ProbeAsync(client));
        Assert.Contains("its certificate is not to be trusted", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_is_judged_by_the_clock_of_the_client()
    {
        var later = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(TimeProvider.System.GetUtcNow().AddYears(1));
        using var connection = new ClientConnection(_host.Kubeconfig, later);
        using var client = Client(connection);
        var fault = await Assert.ThrowsAsync<ServerUnreachableException>(() => ProbeAsync(client));
        Assert.Contains("is valid from", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_path_can_be_read() => Assert.Equal("ok", Encoding.UTF8.GetString((await ProbeAsync(_client)).Span));

    [Fact]
    public async Task What_waits_ends_when_the_client_does()
    {
        var entered = new TaskCompletionSource();
        _host.Verbs.Before = async cancellation =>
        {
            entered.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
        };
        var waiting = _client.GetAsync(new(Widgets, "default", "w"), Cancellation).AsTask();
        await entered.Task;
        _client.Dispose();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private static HttpApiClient Client(ClientConnection connection) => new(connection, "test/1", TimeProvider.System);

    private static Task<ReadOnlyMemory<byte>> ProbeAsync(HttpApiClient client) => client.GetPathAsync("/healthz", "*/*", Cancellation).AsTask();
}
