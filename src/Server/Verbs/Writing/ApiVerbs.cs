using Slipway.Runtime.Clients;
using Slipway.Server.Failures;
using Slipway.Server.Verbs.Reading;
using Slipway.Server.Watching;

namespace Slipway.Server.Verbs.Writing;

/// <summary>The verbs over one store.</summary>
internal sealed class ApiVerbs : IVerbs
{
    private readonly ApiContext _api;
    private readonly GetVerb _get;
    private readonly ListVerb _list;
    private readonly WatchVerb _watch;
    private readonly CreateVerb _create;
    private readonly UpdateVerb _update;
    private readonly PatchVerb _patch;
    private readonly ApplyVerb _apply;
    private readonly DeleteVerb _delete;
    private readonly DeleteCollectionVerb _deleteCollection;
    private readonly PodPostVerb _podPost;

    /// <summary>Puts the verbs together.</summary>
    /// <param name="api">The server's parts.</param>
    public ApiVerbs(ApiContext api)
    {
        _api = api;
        var change = new ChangeVerb(api);
        _get = new GetVerb(api);
        _list = new ListVerb(api);
        _watch = new WatchVerb(api);
        _create = new CreateVerb(api);
        _update = new UpdateVerb(api, change, _create);
        _patch = new PatchVerb(change);
        _apply = new ApplyVerb(api, change, _create);
        _delete = new DeleteVerb(api);
        _deleteCollection = new DeleteCollectionVerb(api, _list, _delete);
        _podPost = new PodPostVerb(api, change, _delete);
    }

    /// <inheritdoc/>
    public ValueTask FreshAsync(CancellationToken cancellation) => _api.Cache.FreshAsync(cancellation);

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> GetAsync(Call call, string resourceVersion, CancellationToken cancellation)
    {
        CheckSubresource(call);
        return _get.RunAsync(call, resourceVersion, cancellation);
    }

    /// <inheritdoc/>
    public ValueTask<ListAnswer> ListAsync(Call call, ListOptions options, CancellationToken cancellation) => _list.RunAsync(call, options, cancellation);

    /// <inheritdoc/>
    public ValueTask<IAsyncEnumerable<WatchItem>> WatchAsync(Call call, WatchOptions options, CancellationToken cancellation) =>
        _watch.RunAsync(call, options, cancellation);

    /// <inheritdoc/>
    public ValueTask<WriteAnswer> CreateAsync(Call call, ReadOnlyMemory<byte> body, WriteOptions options, CancellationToken cancellation)
    {
        if (!call.Definition.Traits.IsStored)
        {
            throw call.NoSuchMethod();
        }

        if (call.Subresource.Length == 0)
        {
            return _create.RunAsync(call, body, options, cancellation);
        }

        CheckSubresource(call);
        return call.Definition.Plural == "pods" ? _podPost.RunAsync(call, body, options, cancellation) : throw call.NoSuchMethod();
    }

    /// <inheritdoc/>
    public ValueTask<WriteAnswer> UpdateAsync(Call call, ReadOnlyMemory<byte> body, WriteOptions options, CancellationToken cancellation)
    {
        CheckSubresource(call);
        return _update.RunAsync(call, body, options, cancellation);
    }

    /// <inheritdoc/>
    public ValueTask<WriteAnswer> PatchAsync(Call call, Patch patch, WriteOptions options, CancellationToken cancellation)
    {
        CheckSubresource(call);
        return patch.Type == PatchType.Apply
            ? _apply.RunAsync(call, patch.Body, options, cancellation)
            : _patch.RunAsync(call, patch, options, cancellation);
    }

    /// <inheritdoc/>
    public ValueTask<WriteAnswer> DeleteAsync(Call call, DeleteOptions options, CancellationToken cancellation) =>
        call.Subresource.Length == 0 ? _delete.RunAsync(call, options, cancellation) : throw call.NoSuchMethod();

    /// <inheritdoc/>
    public ValueTask<ListAnswer> DeleteCollectionAsync(Call call, ListOptions selection, DeleteOptions options, CancellationToken cancellation) =>
        call.Definition.Verbs.Contains("deletecollection")
            ? _deleteCollection.RunAsync(call, selection, options, cancellation)
            : throw call.NoSuchMethod();

    private static void CheckSubresource(Call call)
    {
        var exists = call.Subresource switch
        {
            "" => true,
            "status" => call.Version.HasStatus,
            "scale" => call.Version.Scale is not null,
            var name => call.Definition.Subresources.Any(s => s.Name == name),
        };
        if (!exists)
        {
            throw Refuse.NoSuchResource();
        }
    }
}
