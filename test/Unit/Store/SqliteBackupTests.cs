using System.Text;
using Slipway.Store;
using Slipway.Store.Opening;

namespace Slipway.Unit.Store;

public sealed class SqliteBackupTests : IDisposable
{
    private const long Bump = 1_000_000_000;
    private readonly string _folder = Directory.CreateTempSubdirectory("slipway-backup-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Original => "sqlite:" + Path.Combine(_folder, "original.db") + "?sync=off";

    private string Copy => Path.Combine(_folder, "copy.db");

    private string Restored => "sqlite:" + Path.Combine(_folder, "restored.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_copy_is_of_one_moment_while_writers_go_on()
    {
        await using var store = await StoreUrl.OpenAsync(Original, Cancellation);
        await WriteAsync(store, 1, 200);
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            var next = 201;
            for (; !stop.IsCancellationRequested; next++)
            {
                await WriteAsync(store, next, next);
            }

            return next - 1;
        });
        await StoreBackup.WriteAsync(Original, Copy, Cancellation);
        await stop.CancelAsync();
        var last = await writing;
        Assert.Equal(last, store.Revision);

        await using var copy = await StoreUrl.OpenAsync("sqlite:" + Copy, Cancellation);
        Assert.InRange(copy.Revision, 200, last);
        var there = await copy.RangeAsync(new RangeRequest(""), Cancellation);
        Assert.Equal(Enumerable.Range(1, (int)copy.Revision).Select(r => ($"/k/{r:d6}", (long)r)), there.Values.Select(v => (v.Key, v.ModRevision)));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Copy));
        }
    }

    [Fact]
    public async Task A_restored_store_goes_on_far_above_and_forgets_what_was_watched()
    {
        await using (var store = await StoreUrl.OpenAsync(Original, Cancellation))
        {
            await WriteAsync(store, 1, 20);
            await StoreBackup.WriteAsync(Original, Copy, Cancellation);
            await WriteAsync(store, 21, 30);
        }

        await StoreBackup.RestoreAsync(Copy, Restored, Cancellation);
        await using var restored = await StoreUrl.OpenAsync(Restored, Cancellation);
        Assert.Equal((Bump + 20, Bump + 20), (restored.Revision, restored.CompactedRevision));
        Assert.Equal(20, (await restored.RangeAsync(new RangeRequest(""), Cancellation)).Values.Count);
        Assert.Equal(RangeResult.Compacted, (await restored.RangeAsync(new RangeRequest("") { Revision = 25 }, Cancellation)).Result);
        await using (var watch = restored.WatchAsync("", 25, Cancellation).GetAsyncEnumerator(Cancellation))
        {
            Assert.True(await watch.MoveNextAsync());
            Assert.Equal(StoreEventKind.Compacted, watch.Current.Kind);
        }

        Assert.Equal(
            WriteOutcome.Committed(Bump + 21),
            await restored.WriteAsync(WriteRequest.Update("/k/000003", new byte[] { 1 }, 3), Cancellation));
        await restored.CompactAsync(Bump + 21, Cancellation);
        Assert.Equal(20, (await restored.RangeAsync(new RangeRequest(""), Cancellation)).Values.Count);
    }

    [Fact]
    public async Task Nothing_is_overwritten_and_a_damaged_copy_is_named()
    {
        await using (var store = await StoreUrl.OpenAsync(Original, Cancellation))
        {
            await WriteAsync(store, 1, 50);
            await StoreBackup.WriteAsync(Original, Copy, Cancellation);
            await RefusedAsync(() => StoreBackup.WriteAsync(Original, Copy, Cancellation), "already");
            await RefusedAsync(() => StoreBackup.RestoreAsync(Copy, Original, Cancellation), $"in use by process {Environment.ProcessId}");
        }

        await RefusedAsync(() => StoreBackup.RestoreAsync(Copy, Original, Cancellation), "already");
        await RefusedAsync(() => StoreBackup.WriteAsync("etcd:http://127.0.0.1:1", Copy + "2", Cancellation), "etcdctl snapshot save");
        await RefusedAsync(() => StoreBackup.WriteAsync("sqlite:/no/such.db", Copy + "2", Cancellation), "There is no store");
        var bytes = await File.ReadAllBytesAsync(Copy, Cancellation);
        for (int at = 0, next; (next = bytes.AsSpan(at).IndexOf("value 7 "u8)) >= 0; at += next + 1)
        {
            bytes[at + next] ^= 1;
        }

        await File.WriteAllBytesAsync(Copy, bytes, Cancellation);
        await RefusedAsync(() => StoreBackup.RestoreAsync(Copy, Restored, Cancellation), "/k/000007 at revision 7");
        Assert.Equal(["copy.db", "original.db", "original.db.lock", "original.db.pid", "restored.db.lock", "restored.db.pid"],
            Directory.GetFiles(_folder).Select(Path.GetFileName).Order());
    }

    private static async Task RefusedAsync(Func<Task> work, string part) =>
        Assert.Contains(part, (await Assert.ThrowsAsync<StoreOpenException>(work)).Message, StringComparison.Ordinal);

    private static Task WriteAsync(IStore store, int first, int last) => Task.WhenAll(Enumerable.Range(first, last - first + 1).Select(r =>
        store.WriteAsync(WriteRequest.Create($"/k/{r:d6}", Encoding.ASCII.GetBytes($"value {r} {new string('x', 300)}")), Cancellation).AsTask()));
}
