using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using Slipway.Server;
using Slipway.Store;
using Slipway.Store.Opening;

namespace Slipway.Unit.Support;

/// <summary>What this program does when a test starts it once more to be killed.</summary>
internal static class ChildProcess
{
    /// <summary>
    /// The first argument that asks for a writer of <see cref="WriteOf"/>; the second is the store's file. It begins when it
    /// reads a line, and then tells each revision that was acknowledged.
    /// </summary>
    public const string StoreWriter = "--slipway-store-writer";

    /// <summary>
    /// The first argument that asks for an API server; the second is its store's address. It tells its kubeconfig in base64 on
    /// one line and ends when its input does.
    /// </summary>
    public const string ApiServer = "--slipway-api-server";

    private const int Keys = 97;
    private const int InFlight = 16;

    [ModuleInitializer]
    public static void Run()
    {
        switch (Environment.GetCommandLineArgs())
        {
            case [_, StoreWriter, var file]:
                WriteForever(file);
                break;
            case [_, ApiServer, var url]:
                Serve(url);
                break;
            default:
                return;
        }

        Environment.Exit(0);
    }

    /// <summary>Starts this program once more.</summary>
    /// <param name="arguments">Its arguments.</param>
    public static Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;

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
        Enumerable.Range(0, (int)Math.Min(Keys, revision)).Select(back => WriteOf(revision - back))
            .Where(w => w.Value is not null).OrderBy(w => w.Key, StringComparer.Ordinal);

    // On this thread alone: while a module initializer runs, other threads wait before they enter the module.
    private static void WriteForever(string file)
    {
        Console.In.ReadLine();
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

    private static void Serve(string url)
    {
        var server = EmbeddedServer.StartAsync(new EmbeddedServerOptions { Store = url }, CancellationToken.None).GetAwaiter().GetResult();
        Console.Out.WriteLine(Convert.ToBase64String(Encoding.UTF8.GetBytes(server.AdminKubeconfig)));
        Console.Out.Flush();
        Console.In.ReadLine();
    }
}
