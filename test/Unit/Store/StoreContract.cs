using System.Text;
using CsCheck;
using Slipway.Store;

namespace Slipway.Unit.Store;

/// <summary>What every engine promises.</summary>
public abstract class StoreContract
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract Task<IStore> OpenAsync();

    /// <summary>Opens a store that need not survive a power cut, for tests with very many writes.</summary>
    protected virtual Task<IStore> OpenFastAsync() => OpenAsync();

    [Fact]
    public async Task A_write_has_the_next_revision_and_is_read_back()
    {
        await using var store = await OpenAsync();
        Assert.Equal(WriteOutcome.Committed(1), await Write(store, WriteRequest.Create("/a/x", Bytes("1"))));
        Assert.Equal(WriteOutcome.Committed(2), await Write(store, WriteRequest.Update("/a/x", Bytes("2"), 1)));
        var value = await store.GetAsync("/a/x", Cancellation);
        Assert.Equal("/a/x 2 created 1 modified 2 version 2", Print(value!));
        Assert.Equal(2, store.Revision);
    }

    [Fact]
    public async Task Conditions_are_refused_with_what_is_there()
    {
        await using var store = await OpenAsync();
        await Write(store, WriteRequest.Create("/a", Bytes("1")));
        await Write(store, WriteRequest.Update("/a", Bytes("2"), 1));
        var exists = await Write(store, WriteRequest.Create("/a", Bytes("3")));
        Assert.Equal((WriteResult.Exists, "2"), (exists.Result, Text(exists.Current!.Value)));
        var changed = await Write(store, WriteRequest.Update("/a", Bytes("3"), 1));
        Assert.Equal((WriteResult.Changed, "2", 2L), (changed.Result, Text(changed.Current!.Value), changed.Current.ModRevision));
        Assert.Equal(WriteResult.Missing, (await Write(store, WriteRequest.Update("/b", Bytes("3"), 1))).Result);
        Assert.Equal(WriteResult.Missing, (await Write(store, WriteRequest.Delete("/b", null))).Result);
        Assert.Equal(WriteResult.Changed, (await Write(store, WriteRequest.Delete("/a", 1))).Result);
        Assert.Equal(2, store.Revision);
    }

    [Fact]
    public async Task A_deleted_key_may_be_made_again()
    {
        await using var store = await OpenAsync();
        await Write(store, WriteRequest.Create("/a", Bytes("1")));
        Assert.True((await Write(store, WriteRequest.Delete("/a", 1))).IsCommitted);
        Assert.Null(await store.GetAsync("/a", Cancellation));
        Assert.True((await Write(store, WriteRequest.Create("/a", Bytes("2")))).IsCommitted);
        Assert.Equal("/a 2 created 3 modified 3 version 1", Print((await store.GetAsync("/a", Cancellation))!));
    }

    [Fact]
    public async Task A_range_is_ordered_paged_and_of_one_revision()
    {
        await using var store = await OpenAsync();
        foreach (var key in (string[])["/a/3", "/a/1", "/b/1", "/a/2", "/a"])
        {
            await Write(store, WriteRequest.Create(key, Bytes(key)));
        }

        await Write(store, WriteRequest.Delete("/a/1", null));
        await Write(store, WriteRequest.Create("/a/4", Bytes("new")));
        var page = await store.RangeAsync(new RangeRequest("/a/") { Limit = 2, Revision = 5 }, Cancellation);
        Assert.Equal((RangeResult.Found, 5L, 1L), (page.Result, page.Revision, page.Remaining));
        Assert.Equal(["/a/1", "/a/2"], page.Values.Select(v => v.Key));
        var rest = await store.RangeAsync(new RangeRequest("/a/") { After = "/a/2", Revision = 5 }, Cancellation);
        Assert.Equal(["/a/3"], rest.Values.Select(v => v.Key));
        var newest = await store.RangeAsync(new RangeRequest("/a/"), Cancellation);
        Assert.Equal(["/a/2", "/a/3", "/a/4"], newest.Values.Select(v => v.Key));
        Assert.Equal(RangeResult.Future, (await store.RangeAsync(new RangeRequest("/") { Revision = 99 }, Cancellation)).Result);
    }

    [Fact]
    public async Task A_watch_tells_what_was_and_what_comes()
    {
        await using var store = await OpenAsync();
        await Write(store, WriteRequest.Create("/a/1", Bytes("1")));
        await Write(store, WriteRequest.Create("/b/1", Bytes("other")));
        await Write(store, WriteRequest.Update("/a/1", Bytes("2"), 1));
        await using var watch = store.WatchAsync("/a/", 1, Cancellation).GetAsyncEnumerator(Cancellation);
        Assert.Equal("Put /a/1 3 2", await Next(watch));
        await Write(store, WriteRequest.Delete("/a/1", null));
        await Write(store, WriteRequest.Create("/a/2", Bytes("3")));
        Assert.Equal("Delete /a/1 4 ", await Next(watch));
        Assert.Equal("Put /a/2 5 3", await Next(watch));
        Assert.True(watch.Current.IsCreate);
    }

    [Fact]
    public async Task What_is_compacted_is_refused_and_what_is_current_stays()
    {
        await using var store = await OpenAsync();
        await Write(store, WriteRequest.Create("/a", Bytes("1")));
        await Write(store, WriteRequest.Update("/a", Bytes("2"), 1));
        await Write(store, WriteRequest.Create("/b", Bytes("1")));
        await Write(store, WriteRequest.Delete("/b", null));
        await store.CompactAsync(4, Cancellation);
        Assert.Equal(4, store.CompactedRevision);
        Assert.Equal(RangeResult.Compacted, (await store.RangeAsync(new RangeRequest("/") { Revision = 3 }, Cancellation)).Result);
        Assert.Equal(["/a"], (await store.RangeAsync(new RangeRequest("/"), Cancellation)).Values.Select(v => v.Key));
        await using var watch = store.WatchAsync("/", 3, Cancellation).GetAsyncEnumerator(Cancellation);
        Assert.Equal("Compacted  4 ", await Next(watch));
        Assert.Equal(WriteOutcome.Committed(5), await Write(store, WriteRequest.Create("/c", Bytes("1"))));
    }

    [Fact]
    public async Task Concurrent_writers_of_one_key_win_once_each_revision()
    {
        await using var store = await OpenAsync();
        await Write(store, WriteRequest.Create("/n", Bytes("0")));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var done = 0; done < 25;)
            {
                var value = (await store.GetAsync("/n", Cancellation))!;
                var next = Bytes((int.Parse(Text(value.Value)) + 1).ToString());
                done += (await Write(store, WriteRequest.Update("/n", next, value.ModRevision))).IsCommitted ? 1 : 0;
            }
        })));
        Assert.Equal("/n 200 created 1 modified 201 version 201", Print((await store.GetAsync("/n", Cancellation))!));
    }

    [Fact]
    public async Task A_slow_reader_is_told_so_and_holds_nobody_up()
    {
        await using var store = await OpenFastAsync();
        await using var watch = store.WatchAsync("/", 0, Cancellation).GetAsyncEnumerator(Cancellation);
        await Write(store, WriteRequest.Create("/0", Bytes("1")));
        Assert.Equal("Put /0 1 1", await Next(watch));
        await Task.WhenAll(Enumerable.Range(1, 17_000).Select(i => Write(store, WriteRequest.Create("/" + i, Bytes("1"))).AsTask()));
        await PublishedAsync(store);
        var last = default(StoreEvent);
        while (await watch.MoveNextAsync())
        {
            Assert.True(watch.Current.Kind == StoreEventKind.Lagged || watch.Current.Revision == last.Revision + 1 || last.Revision == 0);
            last = watch.Current;
        }

        Assert.Equal(StoreEventKind.Lagged, last.Kind);
    }

    /// <summary>Waits until all that was written so far was told to whom watches: a store of another process tells later than it answers.</summary>
    private static async Task PublishedAsync(IStore store)
    {
        await using var probe = store.WatchAsync("/", store.Revision, Cancellation).GetAsyncEnumerator(Cancellation);
        var told = probe.MoveNextAsync();
        await Write(store, WriteRequest.Create("/published", Bytes("1")));
        Assert.True(await told);
    }

    [Fact]
    public async Task A_write_without_condition_makes_or_replaces()
    {
        await using var store = await OpenAsync();
        Assert.Equal(WriteOutcome.Committed(1), await Write(store, new WriteRequest("/a", Bytes(""), null)));
        Assert.Equal("/a  created 1 modified 1 version 1", Print((await store.GetAsync("/a", Cancellation))!));
        Assert.Equal(WriteOutcome.Committed(2), await Write(store, new WriteRequest("/a", Bytes("2"), null)));
        Assert.Equal("/a 2 created 1 modified 2 version 2", Print((await store.GetAsync("/a", Cancellation))!));
    }

    [Fact]
    public async Task A_watch_from_far_back_tells_all_of_it()
    {
        await using var store = await OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, 1500).Select(i => Write(store, new WriteRequest($"/k/{i % 7}", Bytes("1"), null)).AsTask()));
        await using var watch = store.WatchAsync("", 10, Cancellation).GetAsyncEnumerator(Cancellation);
        for (var revision = 11; revision <= 1500; revision++)
        {
            Assert.True(await watch.MoveNextAsync());
            Assert.Equal(revision, watch.Current.Revision);
        }
    }

    [Fact]
    public async Task A_watch_from_what_is_to_come_waits_for_it()
    {
        await using var store = await OpenAsync();
        await using var watch = store.WatchAsync("", 2, Cancellation).GetAsyncEnumerator(Cancellation);
        var next = watch.MoveNextAsync();
        for (var at = 1; at <= 3; at++)
        {
            await Write(store, WriteRequest.Create($"/{at}", Bytes("1")));
        }

        Assert.True(await next);
        Assert.Equal(3, watch.Current.Revision);
    }

    [Fact]
    public async Task Acknowledged_writes_form_one_line_that_every_watch_tells()
    {
        await using var store = await OpenAsync();
        await using var watch = store.WatchAsync("", 0, Cancellation).GetAsyncEnumerator(Cancellation);
        var clock = 0L;
        var seen = Task.Run(async () =>
        {
            var told = new List<long>();
            while (told.Count < 16 * 40 && await watch.MoveNextAsync())
            {
                Assert.True(watch.Current.Revision <= store.Revision, "Told before it was durable");
                told.Add(watch.Current.Revision);
            }

            return told;
        });
        var writes = await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(async () =>
        {
            var done = new List<(long Begin, long End, long Revision)>();
            for (var at = 0; at < 40; at++)
            {
                var begin = Interlocked.Increment(ref clock);
                var outcome = await Write(store, new WriteRequest($"/k/{writer}", Bytes($"{at}"), null));
                done.Add((begin, Interlocked.Increment(ref clock), outcome.Revision));
                Assert.Equal(outcome.Revision, (await store.GetAsync($"/k/{writer}", Cancellation))!.ModRevision);
            }

            return done;
        })));
        var line = writes.SelectMany(w => w).OrderBy(w => w.Revision).ToList();
        Assert.Equal(Enumerable.Range(1, 16 * 40).Select(r => (long)r), line.Select(w => w.Revision));

        // No write may stand before one that had ended when it began.
        var latestBegin = 0L;
        foreach (var write in line)
        {
            Assert.True(write.End > latestBegin, $"Revision {write.Revision} ended before an earlier revision began");
            latestBegin = Math.Max(latestBegin, write.Begin);
        }

        Assert.Equal(line.Select(w => w.Revision), await seen);
    }

    [Fact]
    public async Task A_closed_store_says_so()
    {
        var store = await OpenAsync();
        await using var watch = store.WatchAsync("", 0, Cancellation).GetAsyncEnumerator(Cancellation);
        var next = watch.MoveNextAsync();
        await store.DisposeAsync();
        await store.DisposeAsync();
        Assert.False(await next);
        Assert.Equal(WriteResult.Unavailable, (await Write(store, WriteRequest.Create("/a", Bytes("1")))).Result);
    }

    [Fact]
    public Task Random_histories_are_those_of_the_model() => Gen.Int[0, 9].SelectMany(Step).Array[1, 60].SampleAsync(
        async steps =>
        {
            var store = await OpenFastAsync();
            try
            {
                var model = new StoreModel();
                foreach (var (kind, key, number) in steps)
                {
                    store = kind == 9 ? await ReopenAsync(store) : store;
                    await model.StepAsync(store, (kind, key, number), Cancellation);
                }

                await model.CompareAllAsync(store, Cancellation);
            }
            finally
            {
                await EraseAsync(store);
            }
        },
        iter: Histories,
        threads: 1);

    /// <summary>How many random histories are played.</summary>
    protected virtual int Histories => 60;

    /// <summary>Ends a store and forgets what it held.</summary>
    protected virtual ValueTask EraseAsync(IStore store) => store.DisposeAsync();

    /// <summary>Ends a store from <see cref="OpenFastAsync"/> and opens it again, where its engine outlives it.</summary>
    protected virtual ValueTask<IStore> ReopenAsync(IStore store) => ValueTask.FromResult(store);

    private static Gen<(int Kind, string Key, int Number)> Step(int kind) =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 100], (key, number) => (kind, $"/{"ab"[key % 2]}/{key}", number));

    protected static ValueTask<WriteOutcome> Write(IStore store, WriteRequest request) => store.WriteAsync(request, Cancellation);

    protected static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    protected static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    private static string Print(StoredValue v) => $"{v.Key} {Text(v.Value)} created {v.CreateRevision} modified {v.ModRevision} version {v.Version}";

    private static async Task<string> Next(IAsyncEnumerator<StoreEvent> watch)
    {
        Assert.True(await watch.MoveNextAsync());
        var change = watch.Current;
        return $"{change.Kind} {change.Key} {change.Revision} {Text(change.Value)}";
    }
}
