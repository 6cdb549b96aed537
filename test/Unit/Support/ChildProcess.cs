using System.Runtime.CompilerServices;
using System.Text;
using Slipway.Store;
using Slipway.Store.Opening;

namespace Slipway.Unit.Support;

/// <summary>What this program does when a test starts it once more to be killed.</summary>
internal static class ChildProcess
{
    /// <summary>The first argument that asks for <see cref="WriteForever"/>; the second is the store's file.</summary>
    public const string StoreWriter = "--slipway-store-writer";

    private const int Keys = 97;
    private const int InFlight = 16;

    [ModuleInitializer]
    public static void Run()
    {
        var arguments = Environment.GetCommandLineArgs();
        if (arguments is [_, StoreWriter, var file])
        {
            WriteForever(file);
            Environment.Exit(0);
        }
    }

    /// <summary>The write that has a revision: makes each key in turn, then deletes each in turn, and so on.</summary>
    /// <param name="revision">The revision, from 1.</param>
    public static WriteRequest WriteOf(long revision)
    {
        var key = $"/w/{(revision - 1) % Keys:d3}";
        return (revision - 1) / Keys % 2 == 0
            ? WriteRequest.Create(key, Encoding.ASCII.GetBytes($"value {revision} {new string('x', (int)(revision % 3000))}"))
            : WriteRequest.Delete(key, null);
    }

    /// <summary>What a store must hold after so many writes, in the order of the keys.</summary>
    /// <param name="revision">The newest revision.</param>
    public static IEnumerable<WriteRequest> StateAt(long revision) =>
        Enumerable.Range(1, (int)revision).Select(r => WriteOf(r)).GroupBy(w => w.Key).Select(g => g.Last())
            .Where(w => w.Value is not null).OrderBy(w => w.Key, StringComparer.Ordinal);

    // On this thread alone: while a module initializer runs, other threads wait before they enter the module.
    private static void WriteForever(string file)
    {
        var store = StoreUrl.OpenAsync("sqlite:" + file, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        var pending = new Queue<Task<WriteOutcome>>();
        for (var next = store.Revision + 1; ; next++)
        {
            pending.Enqueue(store.WriteAsync(WriteOf(next), CancellationToken.None).AsTask());
            if (next % 50 == 0)
            {
                _ = store.CompactAsync(store.Revision - 60, CancellationToken.None).AsTask();
            }

            if (pending.Count == InFlight)
            {
                Console.Out.WriteLine(pending.Dequeue().GetAwaiter().GetResult().Revision);
                Console.Out.Flush();
            }
        }
    }
}
