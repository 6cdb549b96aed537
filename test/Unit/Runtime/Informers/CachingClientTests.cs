using Microsoft.Extensions.Time.Testing;
using Slipway.Machinery.Objects;
using Slipway.Runtime;
using Slipway.Runtime.Clients;
using Slipway.Runtime.Informers;
using Slipway.Unit.Support;

namespace Slipway.Unit.Runtime.Informers;

/// <summary>No pass decides by a snapshot older than this program's own writes.</summary>
public sealed class CachingClientTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private readonly MemoryClient _server = new();
    private readonly InformerCache _cache;
    private readonly CachingClient _client;
    private readonly IInformer<Toy> _toys;

    public CachingClientTests()
    {
        _cache = new InformerCache(_server, new RuntimeOptions { Time = _time, Random = RandomSource.Seeded(1) });
        _client = new CachingClient(_server, _cache);
        _toys = _cache.Of<Toy>();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _toys.WaitForSyncAsync(Cancellation);
        await Until.TrueAsync(() => _server.Watches > 0);
    }

    public ValueTask DisposeAsync() => _cache.DisposeAsync();

    [Fact]
    public async Task A_creation_is_waited_for()
    {
        _server.HoldEvents();
        var made = await _client.CreateAsync(Toy.Named("a"), Cancellation);
        var caughtUp = _cache.CatchUpAsync(Cancellation).AsTask();
        Assert.False(caughtUp.IsCompleted);
        _server.ReleaseEvents();
        await Until.InTimeAsync(caughtUp);
        Assert.NotNull(_toys.Get(made.Metadata.Key));
        Assert.True(_cache.CatchUpAsync(Cancellation).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_write_in_another_version_is_waited_for_too()
    {
        _server.HoldEvents();
        var other = Toy.Resource with { Version = "v2" };
        await _client.CreateAsync(new ObjectTarget(other, "default"), """{"metadata":{"name":"a"}}"""u8.ToArray(), WriteOptions.Default, Cancellation);
        Assert.False(_cache.CatchUpAsync(Cancellation).IsCompleted);
        _server.ReleaseEvents();
        await Until.InTimeAsync(_cache.CatchUpAsync(Cancellation).AsTask());
    }

    [Fact]
    public async Task A_write_to_a_kind_that_nobody_follows_is_not_waited_for()
    {
        _server.HoldEvents();
        var other = new ResourceType("", "v1", "Secret", "secrets");
        await _client.CreateAsync(new ObjectTarget(other, "default"), """{"metadata":{"name":"a"}}"""u8.ToArray(), WriteOptions.Default, Cancellation);
        Assert.True(_cache.CatchUpAsync(Cancellation).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_write_outside_the_scope_is_not_waited_for()
    {
        await using var cache = new InformerCache(_server, new RuntimeOptions { Time = _time });
        var narrow = cache.Of<Toy>(new InformerScope("narrow"));
        await narrow.WaitForSyncAsync(Cancellation);
        _server.HoldEvents();
        var client = new CachingClient(_server, cache);
        await client.CreateAsync(Toy.Named("a", "wide"), Cancellation);
        Assert.True(cache.CatchUpAsync(Cancellation).IsCompletedSuccessfully);
        await client.CreateAsync(Toy.Named("a", "narrow"), Cancellation);
        Assert.False(cache.CatchUpAsync(Cancellation).IsCompleted);
    }

    [Fact]
    public async Task A_write_that_a_selector_hides_is_not_waited_for()
    {
        await using var cache = new InformerCache(_server, new RuntimeOptions { Time = _time });
        var red = cache.Of<Toy>(new InformerScope(LabelSelector: "colour=red", FieldSelector: "spec.colour!=blue"));
        await red.WaitForSyncAsync(Cancellation);
        _server.HoldEvents();
        var client = new CachingClient(_server, cache);
        var green = Toy.Named("green");
        await client.CreateAsync(green.WithMetadata(green.Metadata.WithLabel("colour", "green")), Cancellation);
        var blue = Toy.Named("blue") with { Spec = new() { Colour = "blue" } };
        await client.CreateAsync(blue.WithMetadata(blue.Metadata.WithLabel("colour", "red")), Cancellation);
        Assert.True(cache.CatchUpAsync(Cancellation).IsCompletedSuccessfully);
        var shown = Toy.Named("shown");
        await client.CreateAsync(shown.WithMetadata(shown.Metadata.WithLabel("colour", "red")), Cancellation);
        Assert.False(cache.CatchUpAsync(Cancellation).IsCompleted);
    }

    [Fact]
    public async Task An_object_made_and_deleted_before_it_was_seen_is_waited_for()
    {
        _server.HoldEvents();
        var made = await _client.CreateAsync(Toy.Named("a"), Cancellation);
        await _client.DeleteAsync(made, Cancellation);
        var caughtUp = _cache.CatchUpAsync(Cancellation).AsTask();
        _server.ReleaseEvents();
        await Until.InTimeAsync(caughtUp);
        Assert.Null(_toys.Get(made.Metadata.Key));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_deletion_is_waited_for(bool held)
    {
        var toy = Toy.Named("a");
        var made = await _client.CreateAsync(held ? toy.WithMetadata(toy.Metadata.WithFinalizer("x/y")) : toy, Cancellation);
        await Until.InTimeAsync(_cache.CatchUpAsync(Cancellation).AsTask());
        _server.HoldEvents();
        await _client.DeleteAsync(made, Cancellation);
        var caughtUp = _cache.CatchUpAsync(Cancellation).AsTask();
        Assert.False(caughtUp.IsCompleted);
        _server.ReleaseEvents();
        await Until.InTimeAsync(caughtUp);
        Assert.Equal(held, _toys.Get(made.Metadata.Key)?.Metadata.IsDeleting ?? false);
        Assert.Equal(held ? 1 : 0, _toys.Count);
    }

    [Fact]
    public async Task A_refused_write_is_not_waited_for()
    {
        await Assert.ThrowsAsync<ApiException>(async () => await _client.PatchAsync(
            new ObjectTarget(Toy.Resource, "default", "none"), new Patch(PatchType.Merge, "{}"u8.ToArray()), WriteOptions.Default, Cancellation));
        Assert.True(_cache.CatchUpAsync(Cancellation).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_watch_that_has_gone_silent_is_replaced_by_a_list()
    {
        _server.HoldEvents();
        var made = await _client.CreateAsync(Toy.Named("a"), Cancellation);
        var caughtUp = _cache.CatchUpAsync(Cancellation).AsTask();
        await Until.AdvancingAsync(_time, TimeSpan.FromMilliseconds(20), () => caughtUp.IsCompleted);
        await caughtUp;
        Assert.NotNull(_toys.Get(made.Metadata.Key));
        Assert.True(_cache.CatchUpAsync(Cancellation).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_server_that_answers_no_list_fails_the_wait_in_time()
    {
        _server.HoldEvents();
        await _client.CreateAsync(Toy.Named("a"), Cancellation);
        _server.Before = (_, _) => throw new IOException("the server is away");
        var caughtUp = _cache.CatchUpAsync(Cancellation).AsTask();
        await Until.AdvancingAsync(_time, TimeSpan.FromMilliseconds(20), () => caughtUp.IsCompleted);
        await Assert.ThrowsAsync<TimeoutException>(() => caughtUp);
    }

    [Fact]
    public async Task Saving_writes_both_parts_once_each_and_nothing_without_a_difference()
    {
        var made = await _client.CreateAsync(Toy.Named("a"), Cancellation);
        var saved = await _client.SaveAsync(made, made with { Spec = new() { Colour = "red" }, Status = new() { Seen = 1 } }, Cancellation);
        Assert.Equal(("red", 1L, 2L), (saved.Spec.Colour, saved.Status.Seen, saved.Metadata.Generation));
        Assert.Equal((1, 1), (_server.CountOf("patch toys"), _server.CountOf("patch toys/status")));
        Assert.Same(saved, await _client.SaveAsync(saved, saved with { Spec = new() { Colour = "red" } }, Cancellation));
        Assert.Equal((1, 1), (_server.CountOf("patch toys"), _server.CountOf("patch toys/status")));
        await Assert.ThrowsAsync<ApiException>(async () => await _client.SaveAsync(made, made with { Status = new() { Seen = 2 } }, Cancellation));
        Assert.Null(await _client.TryCreateAsync(Toy.Named("a"), Cancellation));
    }
}
