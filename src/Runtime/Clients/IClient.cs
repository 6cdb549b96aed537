namespace Slipway.Runtime.Clients;

/// <summary>
/// The Kubernetes API as bytes. Two implementations pass one contract suite: <c>HttpClient</c>-based here, in-process in
/// the server. Every refusal is an <see cref="ApiException"/> that carries the server's Status; nothing is retried.
/// Returned memory is the caller's to read, never to write: it may be the server's own.
/// </summary>
public interface IClient
{
    /// <summary>Reads one object (or a subresource such as <c>scale</c>).</summary>
    /// <param name="target">The object.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The object as UTF-8 JSON.</returns>
    ValueTask<ReadOnlyMemory<byte>> GetAsync(ObjectTarget target, CancellationToken cancellation);

    /// <summary>Reads the objects of a collection.</summary>
    /// <param name="request">Which ones.</param>
    /// <param name="cancellation">Ends the call.</param>
    ValueTask<ObjectList> ListAsync(ListRequest request, CancellationToken cancellation);

    /// <summary>
    /// Follows a collection. The sequence ends when the server ends the watch; an expired resource version throws an
    /// <see cref="ApiException"/> with reason <c>Expired</c>.
    /// </summary>
    /// <param name="request">What to follow, and from where.</param>
    /// <param name="cancellation">Ends the watch.</param>
    IAsyncEnumerable<WatchEvent> WatchAsync(WatchRequest request, CancellationToken cancellation);

    /// <summary>Creates an object; <see cref="ObjectTarget.Name"/> is empty but for creating subresources.</summary>
    /// <param name="target">The collection, or the subresource of an object.</param>
    /// <param name="body">The object as UTF-8 JSON.</param>
    /// <param name="options">How to write.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The object as stored.</returns>
    ValueTask<ReadOnlyMemory<byte>> CreateAsync(ObjectTarget target, ReadOnlyMemory<byte> body, WriteOptions options, CancellationToken cancellation);

    /// <summary>Replaces an object; its resource version, where given, must still be the current one.</summary>
    /// <param name="target">The object or its subresource.</param>
    /// <param name="body">The whole object as UTF-8 JSON.</param>
    /// <param name="options">How to write.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The object as stored.</returns>
    ValueTask<ReadOnlyMemory<byte>> UpdateAsync(ObjectTarget target, ReadOnlyMemory<byte> body, WriteOptions options, CancellationToken cancellation);

    /// <summary>Changes an object; a resource version inside the patch must still be the current one.</summary>
    /// <param name="target">The object or its subresource.</param>
    /// <param name="patch">The change.</param>
    /// <param name="options">How to write.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The object as stored.</returns>
    ValueTask<ReadOnlyMemory<byte>> PatchAsync(ObjectTarget target, Patch patch, WriteOptions options, CancellationToken cancellation);

    /// <summary>Deletes an object, or marks it for deletion where finalizers hold it.</summary>
    /// <param name="target">The object.</param>
    /// <param name="options">How, and under which preconditions.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The object while it is held, else a Status.</returns>
    ValueTask<ReadOnlyMemory<byte>> DeleteAsync(ObjectTarget target, DeleteOptions options, CancellationToken cancellation);
}
