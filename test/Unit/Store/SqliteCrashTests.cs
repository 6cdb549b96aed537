using System.Diagnostics;
using System.Text;
using Slipway.Store;
using Slipway.Store.Opening;
using Slipway.Unit.Support;

namespace Slipway.Unit.Store;

/// <summary>
/// A process that writes with many writes in flight is killed again and again at random moments, also while it recovers from
/// the kill before. Which write a revision has is known, so each restart shows whether all is there, in order, none twice.
/// </summary>
public sealed class SqliteCrashTests : IDisposable
{
    private const int Kills = 200;
    private const int MostAcknowledged = 120;
    private const int Ready = 4;

    // What a killed process wrote is the system's, on whatever file system: one in memory makes for more kills a minute.
    private readonly string _folder = Directory.Exists("/dev/shm")
        ? Directory.CreateDirectory($"/dev/shm/slipway-crash-{Environment.ProcessId}-{Interlocked.Increment(ref _tests)}").FullName
        : Directory.CreateTempSubdirectory("slipway-crash-").FullName;

    private static int _tests;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_process_that_is_killed_200_times_loses_nothing_it_acknowledged()
    {
        var random = new Random(42);
        var file = Path.Combine(_folder, "s.db");
        var (known, told) = (0L, 0L);

        // The next ones get ready meanwhile: most of the time goes into starting processes.
        var ready = new Queue<Process>();
        for (var kill = 0; kill < Kills; kill++)
        {
            while (ready.Count < Math.Min(Ready, Kills - kill))
            {
                ready.Enqueue(ChildProcess.Start(ChildProcess.StoreWriter, Address(file, kill + ready.Count)));
            }

            using var child = ready.Dequeue();
            var acknowledged = await WatchAsync(child, random.Next(0, MostAcknowledged));
            if (acknowledged > 0 && kill % 20 == 0)
            {
                var refused = await Assert.ThrowsAsync<StoreOpenException>(async () => await StoreUrl.OpenAsync("sqlite:" + file, Cancellation));
                Assert.Contains($"in use by process {child.Id}", refused.Message, StringComparison.Ordinal);
            }

            child.Kill();
            await child.WaitForExitAsync(Cancellation);

            // What it told before it died counts as well.
            while (await child.StandardOutput.ReadLineAsync(Cancellation) is { Length: > 0 } line && long.TryParse(line, out var late))
            {
                acknowledged = late;
            }

            await using var store = await StoreUrl.OpenAsync("sqlite:" + file, Cancellation);
            Assert.True(store.Revision >= Math.Max(acknowledged, known), $"kill {kill}: {acknowledged} was acknowledged, {store.Revision} is there");
            await CompareAsync(store);
            known = store.Revision;
            told += acknowledged > 0 ? 1 : 0;
        }

        Assert.True(told > Kills / 2 && known > 10 * Kills, $"only {told} processes wrote, {known} writes");
    }

    [Fact]
    public async Task The_lock_of_a_killed_process_does_not_outlive_it_whoever_has_its_pid_now()
    {
        var file = Path.Combine(_folder, "s.db");
        using (var child = ChildProcess.Start(ChildProcess.StoreWriter, file))
        {
            await WatchAsync(child, 1);
            child.Kill();
            await child.WaitForExitAsync(Cancellation);
        }

        // The pid of a process that lives: only the lock decides.
        await File.WriteAllTextAsync(file + ".pid", $"{Environment.ProcessId}", Cancellation);
        await using var store = await StoreUrl.OpenAsync("sqlite:" + file, Cancellation);
        Assert.True(store.Revision > 0);
    }

    private static string Address(string file, int kill) => file + (kill % 2 == 0 ? "" : "?sync=off");

    /// <summary>Lets a process begin and reads what it tells.</summary>
    private static async Task<long> WatchAsync(Process child, int count)
    {
        var acknowledged = 0L;
        await child.StandardInput.WriteLineAsync("go");
        await child.StandardInput.FlushAsync(Cancellation);
        for (; count > 0; count--)
        {
            acknowledged = long.Parse((await child.StandardOutput.ReadLineAsync(Cancellation))!);
        }

        return acknowledged;
    }

    private static async Task CompareAsync(IStore store)
    {
        Assert.Equal(
            ChildProcess.StateAt(store.Revision).Select(w => (w.Key, Text(w.Value!.Value))),
            (await store.RangeAsync(new RangeRequest(""), Cancellation)).Values.Select(v => (v.Key, Text(v.Value))));
        var revision = store.CompactedRevision;
        if (revision == store.Revision)
        {
            return;
        }

        await foreach (var change in store.WatchAsync("", revision, Cancellation))
        {
            var write = ChildProcess.WriteOf(++revision);
            Assert.Equal((revision, write.Key, write.Value is { } value ? Text(value) : ""), (change.Revision, change.Key, Text(change.Value)));
            if (revision == store.Revision)
            {
                return;
            }
        }

        Assert.Fail("The history ended too early");
    }

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}
