using Slipway.Runtime.Clients;
using Slipway.Server.Watching;

namespace Slipway.Server.Verbs;

/// <summary>
/// The verbs of the API, called by the HTTP layer and by the in-process client alike. Objects are UTF-8 JSON in the
/// version of the call. Every refusal is an <see cref="ApiException"/> with the whole Status.
/// </summary>
internal interface IVerbs
{
    /// <summary>Waits until all kinds and objects that were acknowledged anywhere are known here.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask FreshAsync(CancellationToken cancellation);

    /// <summary>Reads an object or a subresource.</summary>
    /// <param name="call">The object.</param>
    /// <param name="resourceVersion">As in the API: empty for the newest, <c>0</c> for any, else at least this one.</param>
    /// <param name="cancellation">Ends the call.</param>
    ValueTask<ReadOnlyMemory<byte>> GetAsync(Call call, string resourceVersion, CancellationToken cancellation);

    /// <summary>Reads a collection.</summary>
    /// <param name="call">The collection.</param>
    /// <param name="options">Which part of it.</param>
    /// <param name="cancellation">Ends the call.</param>
    ValueTask<ListAnswer> ListAsync(Call call, ListOptions options, CancellationToken cancellation);

    /// <summary>
    /// Opens a watch: refusals are thrown here, before the first event. The sequence ends cleanly at the timeout; a
    /// watcher that is too slow, or a resource that vanishes, ends it as well.
    /// </summary>
    /// <param name="call">The collection or object.</param>
    /// <param name="options">Which part of it, and from where.</param>
    /// <param name="cancellation">Ends the watch.</param>
    ValueTask<IAsyncEnumerable<WatchItem>> WatchAsync(Call call, WatchOptions options, CancellationToken cancellation);

    /// <summary>Creates an object or posts to a subresource.</summary>
    /// <param name="call">The collection or subresource.</param>
    /// <param name="body">UTF-8 JSON.</param>
    /// <param name="options">How to write.</param>
    /// <param name="cancellation">Ends the call.</param>
    ValueTask<WriteAnswer> CreateAsync(Call call, ReadOnlyMemory<byte> body, WriteOptions options, CancellationToken cancellation);

    /// <summary>Replaces an object or a subresource.</summary>
    /// <param name="call">The object.</param>
    /// <param name="body">UTF-8 JSON.</param>
    /// <param name="options">How to write.</param>
    /// <param name="cancellation">Ends the call.</param>
    ValueTask<WriteAnswer> UpdateAsync(Call call, ReadOnlyMemory<byte> body, WriteOptions options, CancellationToken cancellation);

    /// <summary>Changes an object or a subresource.</summary>
    /// <param name="call">The object.</param>
    /// <param name="patch">The change, as UTF-8 JSON.</param>
    /// <param name="options">How to write.</param>
    /// <param name="cancellation">Ends the call.</param>
    ValueTask<WriteAnswer> PatchAsync(Call call, Patch patch, WriteOptions options, CancellationToken cancellation);

    /// <summary>Deletes an object, or marks it.</summary>
    /// <param name="call">The object.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Ends the call.</param>
    ValueTask<WriteAnswer> DeleteAsync(Call call, DeleteOptions options, CancellationToken cancellation);

    /// <summary>Deletes the objects of a collection.</summary>
    /// <param name="call">The collection.</param>
    /// <param name="selection">Which objects.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The objects that were deleted or marked.</returns>
    ValueTask<ListAnswer> DeleteCollectionAsync(Call call, ListOptions selection, DeleteOptions options, CancellationToken cancellation);
}
