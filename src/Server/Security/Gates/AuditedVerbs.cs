using Slipway.Runtime.Clients;
using Slipway.Server.Objects;
using Slipway.Server.Security.Audit;
using Slipway.Server.Verbs;
using Slipway.Server.Watching;

namespace Slipway.Server.Security.Gates;

/// <summary>The verbs, with a note of what is sent and answered where the call's record wants it.</summary>
/// <param name="verbs">The verbs themselves.</param>
internal sealed class AuditedVerbs(IVerbs verbs) : IVerbs
{
    /// <inheritdoc/>
    public ValueTask FreshAsync(CancellationToken cancellation) => verbs.FreshAsync(cancellation);

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>> GetAsync(Call call, string resourceVersion, CancellationToken cancellation)
    {
        var answer = await verbs.GetAsync(call, resourceVersion, cancellation);
        call.Audit?.Answered(answer);
        return answer;
    }

    /// <inheritdoc/>
    public async ValueTask<ListAnswer> ListAsync(Call call, ListOptions options, CancellationToken cancellation) =>
        Listed(call, await verbs.ListAsync(call, options, cancellation));

    /// <inheritdoc/>
    public ValueTask<IAsyncEnumerable<WatchItem>> WatchAsync(Call call, WatchOptions options, CancellationToken cancellation) =>
        verbs.WatchAsync(call, options, cancellation);

    /// <inheritdoc/>
    public async ValueTask<WriteAnswer> CreateAsync(Call call, ReadOnlyMemory<byte> body, WriteOptions options, CancellationToken cancellation)
    {
        call.Audit?.Sent(body);
        return Written(call, await verbs.CreateAsync(call, body, options, cancellation));
    }

    /// <inheritdoc/>
    public async ValueTask<WriteAnswer> UpdateAsync(Call call, ReadOnlyMemory<byte> body, WriteOptions options, CancellationToken cancellation)
    {
        call.Audit?.Sent(body);
        return Written(call, await verbs.UpdateAsync(call, body, options, cancellation));
    }

    /// <inheritdoc/>
    public async ValueTask<WriteAnswer> PatchAsync(Call call, Patch patch, WriteOptions options, CancellationToken cancellation)
    {
        call.Audit?.Sent(patch.Body);
        return Written(call, await verbs.PatchAsync(call, patch, options, cancellation));
    }

    /// <inheritdoc/>
    public async ValueTask<WriteAnswer> DeleteAsync(Call call, DeleteOptions options, CancellationToken cancellation) =>
        Written(call, await verbs.DeleteAsync(call, options, cancellation));

    /// <inheritdoc/>
    public async ValueTask<ListAnswer> DeleteCollectionAsync(Call call, ListOptions selection, DeleteOptions options, CancellationToken cancellation) =>
        Listed(call, await verbs.DeleteCollectionAsync(call, selection, options, cancellation));

    private static WriteAnswer Written(Call call, WriteAnswer answer)
    {
        if (call.Audit is { } audit)
        {
            audit.Answered(answer.Object);
            audit.Annotated(answer.Annotations);
            if (call.Name.Length == 0 && answer.Code == 201)
            {
                audit.Made(Meta.Text(ObjectBytes.Parse(answer.Object), "name"));
            }
        }

        return answer;
    }

    private static ListAnswer Listed(Call call, ListAnswer answer)
    {
        if (call.Audit is { WantsResponse: true } audit)
        {
            audit.Answered(ListBytes.Of(call, answer, AuditRecord.LargestBody));
        }

        return answer;
    }
}
