using Slipway.Server.Watching;
using Slipway.Store;

namespace Slipway.Server.Upkeep;

/// <summary>Lets the store forget what is older than five to ten minutes; sleeps while nothing is written.</summary>
/// <param name="store">The store.</param>
internal sealed class Compaction(IStore store) : IChore
{
    private const string Subject = "store";
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    private long _seen;
    private int _waiting;

    /// <inheritdoc/>
    public string Name => "compaction";

    /// <inheritdoc/>
    public void Changed(KindCache kind, CacheEvent change, ChoreQueue queue)
    {
        if (Interlocked.Exchange(ref _waiting, 1) == 0)
        {
            Interlocked.Exchange(ref _seen, change.Revision);
            queue.AddAfter(Subject, Interval, "five minutes of history");
        }
    }

    /// <inheritdoc/>
    public async ValueTask RunAsync(string subject, ChoreQueue queue, CancellationToken cancellation)
    {
        // Everything at or before the revision seen five minutes ago is old enough.
        await store.CompactAsync(Interlocked.Read(ref _seen), cancellation);
        Volatile.Write(ref _waiting, 0);
    }
}
