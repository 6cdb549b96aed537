using Slipway.Store;
using Slipway.Store.Opening;
using Slipway.Unit.Support;

namespace Slipway.Unit.Store;

/// <summary>The contract on a real etcd, which these tests have for themselves, each under a prefix of its own.</summary>
/// <param name="etcd">The etcd.</param>
public sealed class EtcdStoreTests(EtcdProcess etcd) : StoreContract, IClassFixture<EtcdProcess>
{
    private static int _tests;

    [Fact]
    public async Task Keys_are_as_upstreams_and_a_prefix_keeps_others_out()
    {
        await using var all = await StoreUrl.OpenAsync(etcd.Url(), Cancellation);
        await using var one = await StoreUrl.OpenAsync(etcd.Url("/one"), Cancellation);
        await using var other = await StoreUrl.OpenAsync(etcd.Url("/other/"), Cancellation);
        await Write(one, WriteRequest.Create("/registry/pods/a/b", Bytes("1")));
        await Write(other, WriteRequest.Create("/registry/pods/a/b", Bytes("2")));
        Assert.Equal("1", Text((await one.GetAsync("/registry/pods/a/b", Cancellation))!.Value));
        Assert.Single((await other.RangeAsync(new RangeRequest(""), Cancellation)).Values);
        Assert.Equal("1", Text((await all.GetAsync("/one/registry/pods/a/b", Cancellation))!.Value));
    }

    [Fact]
    public async Task What_others_write_elsewhere_is_progress()
    {
        await using var mine = await StoreUrl.OpenAsync(etcd.Url("/mine"), Cancellation);
        await using var theirs = await StoreUrl.OpenAsync(etcd.Url("/theirs"), Cancellation);
        await using var watch = mine.WatchAsync("/", mine.Revision, Cancellation).GetAsyncEnumerator(Cancellation);
        var next = watch.MoveNextAsync();
        var written = await Write(theirs, WriteRequest.Create("/a", Bytes("1")));
        Assert.True(await mine.NewestAsync(Cancellation) >= written.Revision);
        Assert.True(await next);
        Assert.Equal((StoreEventKind.Progress, written.Revision), (watch.Current.Kind, watch.Current.Revision));
    }

    [Fact]
    public async Task Another_process_writes_and_this_one_sees_it()
    {
        var prefix = NextPrefix();
        await using var first = await StoreUrl.OpenAsync(etcd.Url(prefix), Cancellation);
        await using var second = await StoreUrl.OpenAsync(etcd.Url(prefix), Cancellation);
        await using var watch = second.WatchAsync("/", second.Revision, Cancellation).GetAsyncEnumerator(Cancellation);
        var next = watch.MoveNextAsync();
        var created = await Write(first, WriteRequest.Create("/a", Bytes("1")));
        Assert.Equal("1", Text((await second.GetAsync("/a", Cancellation))!.Value));
        Assert.Equal(WriteResult.Exists, (await Write(second, WriteRequest.Create("/a", Bytes("2")))).Result);
        Assert.True((await Write(second, WriteRequest.Update("/a", Bytes("2"), created.Revision))).IsCommitted);
        Assert.Equal(WriteResult.Changed, (await Write(first, WriteRequest.Update("/a", Bytes("3"), created.Revision))).Result);
        await first.CompactAsync(created.Revision + 1, Cancellation);
        await second.CompactAsync(created.Revision, Cancellation);
        Assert.Equal(
            RangeResult.Compacted, (await second.RangeAsync(new RangeRequest("/") { Revision = created.Revision }, Cancellation)).Result);
        Assert.True(await next);
        Assert.Equal(("/a", created.Revision), (watch.Current.Key, watch.Current.Revision));
    }

    [Fact]
    public async Task An_etcd_that_is_killed_and_started_again_costs_nothing_that_was_acknowledged()
    {
        await using var store = await StoreUrl.OpenAsync(etcd.Url(NextPrefix()), Cancellation);
        await using var watch = store.WatchAsync("/", store.Revision, Cancellation).GetAsyncEnumerator(Cancellation);
        var first = watch.MoveNextAsync();
        var before = await Write(store, WriteRequest.Create("/before", Bytes("1")));
        await etcd.KillAsync();
        var during = Task.WhenAll(Enumerable.Range(0, 20).Select(i => Write(store, WriteRequest.Create($"/during/{i}", Bytes($"{i}"))).AsTask()));
        etcd.Start();
        var outcomes = await during;
        Assert.All(outcomes, o => Assert.True(o.IsCommitted, $"{o.Result}: {o.Why}"));
        var there = await store.RangeAsync(new RangeRequest("/"), Cancellation);
        Assert.Equal(21, there.Values.Count);
        Assert.Equal(
            outcomes.Select(o => o.Revision).Order(),
            there.Values.Where(v => v.Key != "/before").Select(v => v.ModRevision).Order());
        Assert.True(await first);
        Assert.Equal(before.Revision, watch.Current.Revision);
        foreach (var revision in outcomes.Select(o => o.Revision).Order())
        {
            Assert.True(await watch.MoveNextAsync());
            Assert.Equal(revision, watch.Current.Revision);
        }
    }

    [Fact]
    public async Task Data_that_went_back_are_noticed()
    {
        await using var store = await StoreUrl.OpenAsync(etcd.Url(NextPrefix()), Cancellation);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Write(store, WriteRequest.Create($"/{i}", Bytes("1"))).AsTask()));
        Assert.Null(store.Fault);
        await etcd.KillAsync();
        etcd.Forget();
        etcd.Start();
        var e = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.NewestAsync(Cancellation));
        Assert.Contains("went back", e.Message, StringComparison.Ordinal);
    }

    // To read etcd's history takes a tenth of a second each time, and many of them make a story.
    protected override int Histories => 8;

    protected override async Task<IStore> OpenAsync() => new ShiftedStore(await StoreUrl.OpenAsync(etcd.Url(NextPrefix()), Cancellation));

    private static string NextPrefix() => $"/test-{Interlocked.Increment(ref _tests)}";
}
