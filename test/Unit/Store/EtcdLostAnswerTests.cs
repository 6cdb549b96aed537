using System.Text;
using Slipway.Store;
using Slipway.Store.Opening;
using Slipway.Unit.Support;

namespace Slipway.Unit.Store;

/// <summary>Writes whose answer is lost on the way: never acknowledged falsely, never done twice, and known where that can be.</summary>
/// <param name="etcd">An etcd.</param>
public sealed class EtcdLostAnswerTests(EtcdProcess etcd) : IClassFixture<EtcdProcess>
{
    private static int _tests;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_write_that_was_done_is_acknowledged_with_its_own_revision()
    {
        await using var pair = await PairAsync();
        pair.Proxy.LoseAnswers();
        var creating = pair.Lossy.WriteAsync(WriteRequest.Create("/a", Bytes("1")), Cancellation);
        var created = await pair.SeenAsync("/a");
        pair.Proxy.Cut();
        Assert.Equal(WriteOutcome.Committed(created.ModRevision), await creating);
        Assert.Equal((1L, "1"), ((await pair.Direct.GetAsync("/a", Cancellation))!.Version, Text(created)));

        pair.Proxy.LoseAnswers();
        var changing = pair.Lossy.WriteAsync(WriteRequest.Update("/a", Bytes("2"), created.ModRevision), Cancellation);
        var changed = await pair.SeenAsync("/a");

        // Another writer comes between: what was lost is found in the key's history.
        var other = await pair.Direct.WriteAsync(WriteRequest.Update("/a", Bytes("3"), changed.ModRevision), Cancellation);
        pair.Proxy.Cut();
        Assert.Equal(WriteOutcome.Committed(changed.ModRevision), await changing);
        var last = (await pair.Lossy.GetAsync("/a", Cancellation))!;
        Assert.Equal((other.Revision, 3L, "3"), (last.ModRevision, last.Version, Text(last)));
    }

    [Fact]
    public async Task A_write_that_never_arrived_is_refused_where_another_was_first()
    {
        await using var pair = await PairAsync();
        var first = await pair.Lossy.WriteAsync(WriteRequest.Create("/a", Bytes("1")), Cancellation);
        pair.Proxy.LoseRequests();
        var changing = pair.Lossy.WriteAsync(WriteRequest.Update("/a", Bytes("2"), first.Revision), Cancellation);
        var deleting = pair.Lossy.WriteAsync(WriteRequest.Delete("/a", first.Revision), Cancellation);
        var other = await pair.Direct.WriteAsync(WriteRequest.Update("/a", Bytes("3"), first.Revision), Cancellation);
        pair.Proxy.Cut();
        foreach (var outcome in (WriteOutcome[])[await changing, await deleting])
        {
            Assert.Equal((WriteResult.Changed, other.Revision), (outcome.Result, outcome.Current!.ModRevision));
        }
    }

    [Fact]
    public async Task A_write_that_never_arrived_is_done_once_when_nobody_was_first()
    {
        await using var pair = await PairAsync();
        pair.Proxy.LoseRequests();
        var creating = pair.Lossy.WriteAsync(WriteRequest.Create("/a", Bytes("1")), Cancellation);
        pair.Proxy.Cut();
        var outcome = await creating;
        var there = (await pair.Direct.GetAsync("/a", Cancellation))!;
        Assert.Equal((WriteOutcome.Committed(there.ModRevision), 1L), (outcome, there.Version));
    }

    [Fact]
    public async Task What_cannot_be_told_is_said_to_be_unknown()
    {
        await using var pair = await PairAsync();
        var first = await pair.Lossy.WriteAsync(WriteRequest.Create("/a", Bytes("1")), Cancellation);
        pair.Proxy.LoseAnswers();
        var deleting = pair.Lossy.WriteAsync(WriteRequest.Delete("/a", first.Revision), Cancellation);
        var unconditional = pair.Lossy.WriteAsync(new WriteRequest("/b", Bytes("1"), null), Cancellation);
        await pair.SeenAsync("/a");
        await pair.SeenAsync("/b");
        pair.Proxy.Cut();
        Assert.Equal(WriteResult.Unknown, (await deleting).Result);
        Assert.Equal(WriteResult.Unknown, (await unconditional).Result);
        Assert.Equal(1, (await pair.Direct.GetAsync("/b", Cancellation))!.Version);
    }

    [Fact]
    public async Task A_broken_stream_is_taken_up_where_it_broke()
    {
        await using var pair = await PairAsync();
        await using var watch = pair.Lossy.WatchAsync("/", pair.Lossy.Revision, Cancellation).GetAsyncEnumerator(Cancellation);
        var next = watch.MoveNextAsync();
        pair.Proxy.LoseAnswers();
        for (var at = 0; at < 50; at++)
        {
            await pair.Direct.WriteAsync(WriteRequest.Create($"/{at:d2}", Bytes("1")), Cancellation);
            if (at % 20 == 10)
            {
                pair.Proxy.Cut();
            }
        }

        for (var at = 0; at < 50; at++)
        {
            Assert.True(await next);
            Assert.Equal($"/{at:d2}", watch.Current.Key);
            next = at < 49 ? watch.MoveNextAsync() : default;
        }
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(StoredValue value) => Encoding.UTF8.GetString(value.Value.Span);

    private async Task<Pair> PairAsync()
    {
        var prefix = $"/lost-{Interlocked.Increment(ref _tests)}";
        var direct = await StoreUrl.OpenAsync(etcd.Url(prefix), Cancellation);
        var proxy = new LossyProxy(etcd.Endpoint);
        var lossy = await StoreUrl.OpenAsync($"etcd:{proxy.Endpoint}?prefix={prefix}", Cancellation);
        return new Pair(proxy, lossy, direct, direct.WatchAsync("/", direct.Revision, Cancellation).GetAsyncEnumerator(Cancellation));
    }

    private sealed record Pair(LossyProxy Proxy, IStore Lossy, IStore Direct, IAsyncEnumerator<StoreEvent> Changes) : IAsyncDisposable
    {
        private readonly HashSet<string> _seen = [];

        /// <summary>Waits until etcd has changed a key once more; tells its newest value.</summary>
        public async Task<StoredValue> SeenAsync(string key)
        {
            while (!_seen.Remove(key))
            {
                Assert.True(await Changes.MoveNextAsync());
                _seen.Add(Changes.Current.Key);
            }

            return await Direct.GetAsync(key, Cancellation) ?? new StoredValue(key, default, 0, Changes.Current.Revision, 0);
        }

        public async ValueTask DisposeAsync()
        {
            await Lossy.DisposeAsync();
            await Proxy.DisposeAsync();
            await Changes.DisposeAsync();
            await Direct.DisposeAsync();
        }
    }
}
