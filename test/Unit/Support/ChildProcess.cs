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

    // On this thread alone: while a module initializer runs, other threads wait before they enter the module.
    private static void WriteForever(string file)
    {
        var store = StoreUrl.OpenAsync("sqlite:" + file, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        var pending = new Queue<Task<WriteOutcome>>();
        for (var at = store.Revision; ; at++)
        {
            pending.Enqueue(store.WriteAsync(WriteRequest.Create($"/w/{at:d8}", Encoding.ASCII.GetBytes("value")), CancellationToken.None).AsTask());
            if (pending.Count == 8)
            {
                Console.Out.WriteLine(pending.Dequeue().GetAwaiter().GetResult().Revision);
                Console.Out.Flush();
            }
        }
    }
}
