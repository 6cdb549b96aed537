using Microsoft.Data.Sqlite;
using Slipway.Store;
using Slipway.Store.Opening;

namespace Slipway.Unit.Store;

public sealed class SqliteStoreTests : StoreContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("slipway-store-").FullName;

    private string File => Path.Combine(_folder, "s.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_was_acknowledged_is_there_after_reopening()
    {
        await using (var store = await OpenAsync())
        {
            await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Write(store, WriteRequest.Create($"/k/{i:d3}", Bytes(i.ToString()))).AsTask()));
            await Write(store, WriteRequest.Delete("/k/050", null));
            await store.CompactAsync(101, Cancellation);
        }

        await using var again = await OpenAsync();
        Assert.Equal((101L, 101L), (again.Revision, again.CompactedRevision));
        Assert.Equal(99, (await again.RangeAsync(new RangeRequest("/k/"), Cancellation)).Values.Count);
        Assert.Equal(WriteOutcome.Committed(102), await Write(again, WriteRequest.Create("/k/050", Bytes("again"))));
    }

    [Fact]
    public async Task A_second_opener_is_refused_with_the_pid_of_the_first()
    {
        await using var store = await OpenAsync();
        var e = await Assert.ThrowsAsync<StoreOpenException>(OpenAsync);
        Assert.Contains($"in use by process {Environment.ProcessId}", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_owner_may_read_the_files()
    {
        await using var store = await OpenAsync();
        await Write(store, WriteRequest.Create("/a", Bytes("secret")));
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes");
            return;
        }

        foreach (var file in (string[])[File, File + "-wal"])
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task A_database_of_something_else_is_not_touched()
    {
        Sql("CREATE TABLE customers (name TEXT)");
        var before = await System.IO.File.ReadAllBytesAsync(File, Cancellation);
        var e = await Assert.ThrowsAsync<StoreOpenException>(OpenAsync);
        Assert.Contains("not a store that this Slipway can use", e.Message, StringComparison.Ordinal);
        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(File, Cancellation));
    }

    [Fact]
    public async Task A_write_that_the_file_refuses_is_answered_and_the_next_one_may_succeed()
    {
        await (await OpenAsync()).DisposeAsync();
        Sql("CREATE TRIGGER no_room BEFORE INSERT ON kv BEGIN SELECT RAISE(ROLLBACK, 'no room left'); END");
        await using var store = await OpenAsync();
        var refused = await Write(store, WriteRequest.Create("/a", Bytes("1")));
        Assert.Equal(WriteResult.Unavailable, refused.Result);
        Assert.Contains("no room left", refused.Why, StringComparison.Ordinal);
        Assert.Null(await store.GetAsync("/a", Cancellation));
        Sql("DROP TRIGGER no_room");
        Assert.Equal(WriteOutcome.Committed(1), await Write(store, WriteRequest.Create("/a", Bytes("1"))));
    }

    [Fact]
    public async Task A_compaction_that_fails_changes_nothing_and_one_that_was_cut_short_goes_on()
    {
        await using (var store = await OpenAsync())
        {
            await Task.WhenAll(Enumerable.Range(0, 2000).Select(i => Write(store, new WriteRequest($"/k/{i % 10}", Bytes("1"), null)).AsTask()));
            Sql("CREATE TRIGGER no_room BEFORE DELETE ON kv BEGIN SELECT RAISE(ABORT, 'no room left'); END");
            await store.CompactAsync(1990, Cancellation);
            Assert.Equal((0L, 2000L), (store.CompactedRevision, Sql("SELECT count(*) FROM kv")));
            Assert.Equal(1, (await store.GetAsync("/k/0", Cancellation))!.CreateRevision);

            Sql("DROP TRIGGER no_room; CREATE TRIGGER no_room BEFORE DELETE ON kv WHEN OLD.revision > 900 BEGIN SELECT RAISE(ABORT, 'no room left'); END");
            await store.CompactAsync(1990, Cancellation);
            Assert.Equal(1990, store.CompactedRevision);
            Assert.InRange((long)Sql("SELECT count(*) FROM kv")!, 1000, 1999);
            Assert.Equal(10, (await store.RangeAsync(new RangeRequest("/k/"), Cancellation)).Values.Count);
        }

        Sql("DROP TRIGGER no_room");
        await using var again = await OpenAsync();
        Assert.Equal(1990, again.CompactedRevision);
        await again.CompactAsync(2000, Cancellation);
        Assert.Equal((2000L, 10L), (again.CompactedRevision, Sql("SELECT count(*) FROM kv")));
        Assert.Equal(200, (await again.GetAsync("/k/9", Cancellation))!.Version);
    }

    protected override async ValueTask EraseAsync(IStore store)
    {
        await store.DisposeAsync();
        System.IO.File.Delete(File);
    }

    protected override async ValueTask<IStore> ReopenAsync(IStore store)
    {
        await store.DisposeAsync();
        return await OpenFastAsync();
    }

    protected override async Task<IStore> OpenAsync() => await StoreUrl.OpenAsync("sqlite:" + File, Cancellation);

    protected override async Task<IStore> OpenFastAsync() => await StoreUrl.OpenAsync($"sqlite:{File}?sync=off", Cancellation);

    private object? Sql(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
