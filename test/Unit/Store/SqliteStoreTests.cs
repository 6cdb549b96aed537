using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Slipway.Store;
using Slipway.Store.Opening;
using Slipway.Unit.Support;

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
    public async Task A_changed_byte_is_noticed()
    {
        await using (var store = await OpenAsync())
        {
            await Write(store, WriteRequest.Create("/a", Bytes("value")));
        }

        using (var connection = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE kv SET value = x'76616c7564'";
            command.ExecuteNonQuery();
        }

        await using var again = await OpenAsync();
        var e = await Assert.ThrowsAsync<StoreCorruptException>(async () => await again.GetAsync("/a", Cancellation));
        Assert.Contains("/a at revision 1", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_torn_file_is_named()
    {
        await using (var store = await OpenAsync())
        {
            await Write(store, WriteRequest.Create("/a", Bytes("value")));
        }

        await using (var file = System.IO.File.OpenWrite(File))
        {
            file.Write(new byte[64]);
        }

        var e = await Assert.ThrowsAsync<StoreOpenException>(OpenAsync);
        Assert.Contains($"The store {File} is damaged", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_killed_process_loses_nothing_it_acknowledged()
    {
        var random = new Random(42);
        var known = 0L;
        for (var round = 0; round < 5; round++)
        {
            using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [ChildProcess.StoreWriter, File]) { RedirectStandardOutput = true })!;
            var acknowledged = new List<long>();
            for (var wanted = random.Next(1, 400); acknowledged.Count < wanted;)
            {
                acknowledged.Add(long.Parse((await child.StandardOutput.ReadLineAsync(Cancellation))!));
            }

            child.Kill();
            await child.WaitForExitAsync(Cancellation);
            await using var store = await OpenAsync();
            var values = (await store.RangeAsync(new RangeRequest("/w/"), Cancellation)).Values;
            Assert.Equal(Enumerable.Range(1, (int)store.Revision).Select(r => (long)r), values.Select(v => v.ModRevision).Order());
            Assert.All(acknowledged, revision => Assert.InRange(revision, known + 1, store.Revision));
            known = store.Revision;
        }
    }

    protected override async Task<IStore> OpenAsync() => await StoreUrl.OpenAsync("sqlite:" + File, Cancellation);
}
