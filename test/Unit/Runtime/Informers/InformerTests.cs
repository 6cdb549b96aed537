using Microsoft.Extensions.Time.Testing;
using Slipway.Machinery.Objects;
using Slipway.Runtime;
using Slipway.Runtime.Clients;
using Slipway.Runtime.Informers;
using Slipway.Unit.Support;

namespace Slipway.Unit.Runtime.Informers;

public sealed class InformerTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private readonly MemoryClient _client = new();
    private readonly InformerCache _cache;

    public InformerTests() =>
        _cache = new InformerCache(_client, new RuntimeOptions { Time = _time, Random = RandomSource.Seeded(1), ListPage = 3 });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _cache.DisposeAsync();

    [Fact]
    public async Task It_lists_in_pages_then_follows()
    {
        foreach (var name in new[] { "e", "d", "c", "b", "a", "f", "g" })
        {
            await _client.CreateAsync(Toy.Named(name), Cancellation);
        }

        var toys = _cache.Of<Toy>();
        await toys.WaitForSyncAsync(Cancellation);
        Assert.Equal("abcdefg", string.Concat(toys.List().Select(t => t.Metadata.Name)));
        Assert.Equal(3, _client.CountOf("list toys"));

        var made = await _client.CreateAsync(Toy.Named("h", "other"), Cancellation);
        await toys.WaitForRevisionAsync(made.Metadata.Revision, Cancellation);
        Assert.Equal(8, toys.Count);
        Assert.Equal("h", Assert.Single(toys.List("other")).Metadata.Name);
        await _client.DeleteAsync(made, Cancellation);
        await toys.WaitForRevisionAsync(_client.Revision, Cancellation);
        Assert.Null(toys.Get(made.Metadata.Key));
        Assert.Empty(toys.List("other"));
        Assert.Equal(3, _client.CountOf("list toys"));
    }

    [Fact]
    public async Task Subscribers_hear_everything_in_order()
    {
        var first = await _client.CreateAsync(Toy.Named("a"), Cancellation);
        var toys = _cache.Of<Toy>();
        await toys.WaitForSyncAsync(Cancellation);
        var heard = new List<string>();
        using var failing = toys.Subscribe(_ => throw new InvalidOperationException("a bad subscriber"));
        using var subscription = toys.Subscribe(c => heard.Add(
            $"{(c.IsAdded ? "+" : c.IsDeleted ? "-" : "~")}{c.Object.Metadata.Name}:{c.Old?.Spec.Colour}>{c.New?.Spec.Colour}"));
        var red = await _client.PatchAsync(first, first with { Spec = new() { Colour = "red" } }, ObjectPart.Main, Cancellation);
        await _client.DeleteAsync(red, Cancellation);
        await toys.WaitForRevisionAsync(_client.Revision, Cancellation);
        Assert.Equal(["+a:>", "~a:>red", "-a:red>"], heard);

        subscription.Dispose();
        await _client.CreateAsync(Toy.Named("b"), Cancellation);
        await toys.WaitForRevisionAsync(_client.Revision, Cancellation);
        Assert.Equal(3, heard.Count);
    }

    [Fact]
    public async Task Indexes_follow_the_objects_also_when_added_late()
    {
        var a = await _client.CreateAsync(Toy.Named("a") with { Spec = new() { Colour = "red" } }, Cancellation);
        var toys = _cache.Of<Toy>();
        await toys.WaitForSyncAsync(Cancellation);
        toys.AddIndex("colour", t => t.Spec.Colour is { } colour ? [colour] : []);
        Assert.Equal(a.Metadata.Uid, Assert.Single(toys.ByIndex("colour", "red")).Metadata.Uid);
        await _client.PatchAsync(a, a with { Spec = new() { Colour = "blue" } }, ObjectPart.Main, Cancellation);
        await toys.WaitForRevisionAsync(_client.Revision, Cancellation);
        Assert.Empty(toys.ByIndex("colour", "red"));
        Assert.Single(toys.ByIndex("colour", "blue"));
        Assert.Throws<ArgumentException>(() => toys.ByIndex("size", "big"));
    }

    [Fact]
    public async Task Owned_objects_are_found_by_their_owner()
    {
        var owner = await _client.CreateAsync(Toy.Named("owner"), Cancellation);
        var owned = Toy.Named("owned");
        await _client.CreateAsync(owned.WithMetadata(owned.Metadata.WithOwner(owner.AsOwner())), Cancellation);
        var toys = _cache.Of<Toy>();
        await toys.WaitForSyncAsync(Cancellation);
        Assert.Equal("owned", Assert.Single(toys.OwnedBy(owner)).Metadata.Name);
        Assert.Empty(toys.ControlledBy(owner));
    }

    [Fact]
    public async Task A_watch_that_ends_goes_on_from_the_last_revision()
    {
        var toys = _cache.Of<Toy>();
        await WatchingAsync(toys);
        await _client.CreateAsync(Toy.Named("a"), Cancellation);
        await toys.WaitForRevisionAsync(_client.Revision, Cancellation);
        _client.DropWatches();
        await _client.CreateAsync(Toy.Named("b"), Cancellation);
        await toys.WaitForRevisionAsync(_client.Revision, Cancellation);
        Assert.Equal(2, toys.Count);
        Assert.Equal(1, _client.CountOf("list toys"));
    }

    [Fact]
    public async Task A_watch_that_fails_is_tried_again_after_a_wait()
    {
        var toys = _cache.Of<Toy>();
        await WatchingAsync(toys);
        _client.DropWatches(new IOException("the line is cut"));
        await _client.CreateAsync(Toy.Named("a"), Cancellation);
        await Until.TrueAsync(() => toys.State == InformerState.Waiting);
        Assert.Equal(0, toys.Count);
        await Until.AdvancingAsync(_time, TimeSpan.FromMilliseconds(50), () => toys.Count == 1);
        Assert.Equal(1, _client.CountOf("list toys"));
    }

    [Fact]
    public async Task An_expired_revision_leads_to_a_list_that_tells_only_differences()
    {
        var stays = await _client.CreateAsync(Toy.Named("stays"), Cancellation);
        var changes = await _client.CreateAsync(Toy.Named("changes"), Cancellation);
        var goes = await _client.CreateAsync(Toy.Named("goes"), Cancellation);
        var returns = await _client.CreateAsync(Toy.Named("returns"), Cancellation);
        var toys = _cache.Of<Toy>();
        await WatchingAsync(toys);
        var heard = new List<string>();
        using var subscription = toys.Subscribe(c => heard.Add($"{(c.IsAdded ? "+" : c.IsDeleted ? "-" : "~")}{c.Object.Metadata.Name}"));
        heard.Clear();

        _client.HoldEvents();
        await _client.PatchAsync(changes, changes with { Spec = new() { Colour = "red" } }, ObjectPart.Main, Cancellation);
        await _client.DeleteAsync(goes, Cancellation);
        await _client.DeleteAsync(returns, Cancellation);
        await _client.CreateAsync(Toy.Named("returns"), Cancellation);
        await _client.CreateAsync(Toy.Named("comes"), Cancellation);
        _client.Compact();
        _client.DropWatches(new IOException("the line is cut"));
        await Until.AdvancingAsync(_time, TimeSpan.FromMilliseconds(50), () => _client.CountOf("list toys") > 2 && toys.State == InformerState.Watching);
        Assert.Equal(["+comes", "+returns", "-goes", "-returns", "~changes"], heard.Order(StringComparer.Ordinal));
        Assert.Equal(stays.Metadata.Uid, toys.Get(stays.Metadata.Key)!.Metadata.Uid);
        Assert.Equal(_client.Revision, toys.Revision);
    }

    [Fact]
    public async Task Bookmarks_move_the_revision_on()
    {
        var toys = _cache.Of<Toy>();
        await WatchingAsync(toys);
        _client.Bookmark();
        await toys.WaitForRevisionAsync(_client.Revision, Cancellation);
        Assert.Equal(_client.Revision, toys.Revision);
    }

    [Fact]
    public async Task A_kind_that_is_not_served_yet_is_looked_for_again()
    {
        var served = false;
        _client.Before = (_, _) =>
        {
            if (!Volatile.Read(ref served))
            {
                throw MemoryClient.Refuse(404, StatusReason.NotFound, "the server could not find the requested resource");
            }
        };
        var toys = _cache.Of<Toy>();
        await Until.TrueAsync(() => toys.State == InformerState.Waiting);
        Assert.False(toys.HasSynced);
        Volatile.Write(ref served, true);
        await Until.AdvancingAsync(_time, TimeSpan.FromMilliseconds(500), () => toys.HasSynced);
    }

    [Fact]
    public async Task One_informer_serves_all_who_ask_for_the_same()
    {
        Assert.Same(_cache.Of<Toy>(), _cache.Of<Toy>());
        Assert.Same(_cache.Of(Toy.Resource), _cache.Of(Toy.Resource));
        Assert.NotSame(_cache.Of<Toy>(), _cache.Of<Toy>(new InformerScope("default")));
        Assert.Equal(3, _cache.All.Count);
        await _client.CreateAsync(Toy.Named("a", "elsewhere"), Cancellation);
        await _cache.WaitForSyncAsync(Cancellation);
        await _cache.Of(Toy.Resource).WaitForRevisionAsync(_client.Revision, Cancellation);
        Assert.Equal("Toy", Assert.Single(_cache.Of(Toy.Resource).List()).Kind);
        Assert.Empty(_cache.Of<Toy>(new InformerScope("default")).List());
    }

    [Fact]
    public async Task At_the_end_loops_are_over_and_waiters_are_told()
    {
        var toys = _cache.Of<Toy>();
        await WatchingAsync(toys);
        await _cache.DisposeAsync();
        Assert.Equal(InformerState.Stopped, toys.State);
        Assert.Equal(0, _client.Watches);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => toys.RelistAsync(Cancellation));
        Assert.Throws<ObjectDisposedException>(() => _cache.Of<Toy>(new InformerScope("late")));
    }

    private async Task WatchingAsync(IInformer informer)
    {
        await informer.WaitForSyncAsync(Cancellation);
        await Until.TrueAsync(() => _client.Watches > 0);
    }
}
