using System.Runtime.CompilerServices;

namespace Slipway.Store.Watching;

/// <summary>Joins what has been with what comes into one watch.</summary>
internal static class Follower
{
    // History is read in pages, so that a watch from far back does not hold all of it in memory.
    private const int Page = 512;

    /// <summary>Watches: history first, then the live stream, without gap or repetition.</summary>
    /// <param name="broadcaster">The live stream.</param>
    /// <param name="prefix">The prefix.</param>
    /// <param name="afterRevision">The revision that is known already.</param>
    /// <param name="history">Reads at most so many changes after one revision up to another; null where they are compacted.</param>
    /// <param name="cancellation">Ends the watch.</param>
    public static async IAsyncEnumerable<StoreEvent> WatchAsync(
        Broadcaster broadcaster,
        string prefix,
        long afterRevision,
        Func<(long After, long To), int, CancellationToken, ValueTask<IReadOnlyList<StoreEvent>?>> history,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var live = broadcaster.Subscribe(prefix);
        for (var (known, more) = (afterRevision, true); more && known < live.Begin;)
        {
            var past = await history((known, live.Begin), Page, cancellation);
            if (past is null)
            {
                yield return StoreEvent.End(StoreEventKind.Compacted, live.Begin);
                yield break;
            }

            foreach (var change in past)
            {
                known = change.Revision;
                yield return change;
            }

            more = past.Count >= Page;
        }

        // Several keys may have changed at one revision, where somebody else wrote them.
        var first = Math.Max(afterRevision, live.Begin);
        var last = first;
        await foreach (var change in live.Events.ReadAllAsync(cancellation))
        {
            if (change.Revision > first)
            {
                last = change.Revision;
                yield return change;
            }
        }

        if (live.Lagged)
        {
            yield return StoreEvent.End(StoreEventKind.Lagged, last);
        }
    }
}
