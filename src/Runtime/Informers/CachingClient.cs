using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;

namespace Slipway.Runtime.Informers;

/// <summary>
/// A client whose writes the informers know of, so that no pass decides by a snapshot older than this program's own
/// writes. Reads go to the server as they are. It rests on resource versions of one server being one rising line.
/// </summary>
/// <param name="inner">The client that does the work.</param>
/// <param name="informers">The informers over the same server.</param>
public sealed class CachingClient(IClient inner, InformerCache informers) : IClient
{
    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> GetAsync(ObjectTarget target, CancellationToken cancellation) =>
        inner.GetAsync(target, cancellation);

    /// <inheritdoc/>
    public ValueTask<ObjectList> ListAsync(ListRequest request, CancellationToken cancellation) =>
        inner.ListAsync(request, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<WatchEvent> WatchAsync(WatchRequest request, CancellationToken cancellation) =>
        inner.WatchAsync(request, cancellation);

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>> CreateAsync(
        ObjectTarget target, ReadOnlyMemory<byte> body, WriteOptions options, CancellationToken cancellation)
    {
        var stored = await inner.CreateAsync(target, body, options, cancellation);
        Note(target, stored, options.DryRun);
        return stored;
    }

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>> UpdateAsync(
        ObjectTarget target, ReadOnlyMemory<byte> body, WriteOptions options, CancellationToken cancellation)
    {
        var stored = await inner.UpdateAsync(target, body, options, cancellation);
        Note(target, stored, options.DryRun);
        return stored;
    }

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>> PatchAsync(
        ObjectTarget target, Patch patch, WriteOptions options, CancellationToken cancellation)
    {
        var stored = await inner.PatchAsync(target, patch, options, cancellation);
        Note(target, stored, options.DryRun);
        return stored;
    }

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>> DeleteAsync(ObjectTarget target, DeleteOptions options, CancellationToken cancellation)
    {
        var answer = await inner.DeleteAsync(target, options, cancellation);
        if (options.DryRun)
        {
            return answer;
        }

        var key = new ObjectKey(target.Namespace, target.Name);
        var head = ObjectHead.Read(answer.Span);
        if (head.Kind != "Status" && head.IsDeleting)
        {
            informers.NoteWritten(target.Type.GroupKind, target.Namespace, head.ResourceVersion, answer);
        }
        else
        {
            informers.NoteDeleted(target.Type.GroupKind, key, options.Uid ?? "");
        }

        return answer;
    }

    private void Note(ObjectTarget target, ReadOnlyMemory<byte> stored, bool dryRun)
    {
        // The answer of a subresource such as eviction or token is not the object.
        if (!dryRun && ObjectHead.Read(stored.Span) is { ResourceVersion: > 0 } head && (head.Kind.Length == 0 || head.Kind == target.Type.Kind || head.Kind == "Scale"))
        {
            informers.NoteWritten(target.Type.GroupKind, target.Namespace, head.ResourceVersion, stored);
        }
    }
}
