using System.Runtime.CompilerServices;
using Slipway.Store;

namespace Slipway.Server.Security.Encryption;

/// <summary>A store in which the values of some resources are sealed; who uses it sees them open.</summary>
/// <param name="store">The store itself; disposed with this one.</param>
/// <param name="rules">Which values are sealed.</param>
internal sealed class SealedStore(IStore store, EncryptionRules rules) : IStore
{
    private const int PageSize = 500;

    /// <inheritdoc/>
    public long Revision => store.Revision;

    /// <inheritdoc/>
    public long CompactedRevision => store.CompactedRevision;

    /// <inheritdoc/>
    public string? Fault => store.Fault;

    /// <inheritdoc/>
    public ValueTask<long> NewestAsync(CancellationToken cancellation) => store.NewestAsync(cancellation);

    /// <summary>Writes anew what is not kept as it would be written now, so that old keys can be taken away after a start.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="EncryptionException">A value cannot be read.</exception>
    public async ValueTask RenewAsync(CancellationToken cancellation)
    {
        foreach (var prefix in rules.Prefixes)
        {
            var after = "";
            do
            {
                var page = await store.RangeAsync(new RangeRequest(prefix) { After = after, Limit = PageSize }, cancellation);
                foreach (var value in page.Values)
                {
                    if (rules.Find(value.Key) is { } seal && seal.IsStale(value.Value.Span))
                    {
                        var renewed = seal.Close(value.Key, seal.Open(value.Key, value.Value));
                        var outcome = await store.WriteAsync(WriteRequest.Update(value.Key, renewed, value.ModRevision), cancellation);
                        if (outcome.Result is WriteResult.Unavailable or WriteResult.Unknown)
                        {
                            throw new EncryptionException($"The value of {value.Key} must be encrypted anew, but the store takes no writes: {outcome.Why}");
                        }
                    }
                }

                after = page.Remaining > 0 ? page.Values[^1].Key : "";
            }
            while (after.Length > 0);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<WriteOutcome> WriteAsync(WriteRequest request, CancellationToken cancellation)
    {
        if (rules.Find(request.Key) is not { } seal)
        {
            return await store.WriteAsync(request, cancellation);
        }

        var outcome = await store.WriteAsync(
            request.Value is { } value ? request with { Value = seal.Close(request.Key, value) } : request, cancellation);
        return outcome.Current is { } current ? outcome with { Current = Open(current) } : outcome;
    }

    /// <inheritdoc/>
    public async ValueTask<StoredValue?> GetAsync(string key, CancellationToken cancellation) =>
        await store.GetAsync(key, cancellation) is { } value ? Open(value) : null;

    /// <inheritdoc/>
    public async ValueTask<RangeOutcome> RangeAsync(RangeRequest request, CancellationToken cancellation)
    {
        var outcome = await store.RangeAsync(request, cancellation);
        return outcome.Values.Any(v => rules.Find(v.Key) is not null) ? outcome with { Values = [.. outcome.Values.Select(Open)] } : outcome;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoreEvent> WatchAsync(string prefix, long afterRevision, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var change in store.WatchAsync(prefix, afterRevision, cancellation))
        {
            yield return change.Kind == StoreEventKind.Put && rules.Find(change.Key) is { } seal
                ? change with { Value = seal.Open(change.Key, change.Value) }
                : change;
        }
    }

    /// <inheritdoc/>
    public ValueTask CompactAsync(long revision, CancellationToken cancellation) => store.CompactAsync(revision, cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => store.DisposeAsync();

    private StoredValue Open(StoredValue value) =>
        rules.Find(value.Key) is { } seal ? value with { Value = seal.Open(value.Key, value.Value) } : value;
}
