using System.Runtime.CompilerServices;
using Slipway.Store;

namespace Slipway.Unit.Support;

/// <summary>
/// A store whose line of revisions began before the test: shows it as if it began with the test, so that one contract suite
/// reads the same for every engine. Nobody else may write meanwhile.
/// </summary>
internal sealed class ShiftedStore(IStore inner) : IStore
{
    private readonly long _base = inner.Revision;

    public long Revision => inner.Revision - _base;

    public long CompactedRevision => Math.Max(0, inner.CompactedRevision - _base);

    public async ValueTask<long> NewestAsync(CancellationToken cancellation) => await inner.NewestAsync(cancellation) - _base;

    public async ValueTask<WriteOutcome> WriteAsync(WriteRequest request, CancellationToken cancellation)
    {
        var shifted = request.ExpectedRevision > 0 ? request with { ExpectedRevision = request.ExpectedRevision + _base } : request;
        var outcome = await inner.WriteAsync(shifted, cancellation);
        return outcome with { Revision = outcome.IsCommitted ? outcome.Revision - _base : 0, Current = Shift(outcome.Current) };
    }

    public async ValueTask<StoredValue?> GetAsync(string key, CancellationToken cancellation) => Shift(await inner.GetAsync(key, cancellation));

    public async ValueTask<RangeOutcome> RangeAsync(RangeRequest request, CancellationToken cancellation)
    {
        var outcome = await inner.RangeAsync(request.Revision > 0 ? request with { Revision = request.Revision + _base } : request, cancellation);
        return outcome with { Revision = outcome.Revision - _base, Values = [.. outcome.Values.Select(v => Shift(v)!)] };
    }

    public async IAsyncEnumerable<StoreEvent> WatchAsync(string prefix, long afterRevision, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var change in inner.WatchAsync(prefix, afterRevision + _base, cancellation))
        {
            yield return change with { Revision = change.Revision - _base, CreateRevision = change.CreateRevision > 0 ? change.CreateRevision - _base : 0 };
        }
    }

    public ValueTask CompactAsync(long revision, CancellationToken cancellation) => inner.CompactAsync(revision + _base, cancellation);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private StoredValue? Shift(StoredValue? v) =>
        v is null ? null : v with { CreateRevision = v.CreateRevision - _base, ModRevision = v.ModRevision - _base };
}
