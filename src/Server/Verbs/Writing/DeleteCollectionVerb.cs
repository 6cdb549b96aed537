using Slipway.Runtime.Clients;
using Slipway.Server.Verbs.Reading;
using Slipway.Server.Watching;

namespace Slipway.Server.Verbs.Writing;

/// <summary>DELETE of a collection: each object by itself, as if deleted by name.</summary>
/// <param name="api">The server's parts.</param>
/// <param name="list">Finds the objects.</param>
/// <param name="delete">Deletes one.</param>
internal sealed class DeleteCollectionVerb(ApiContext api, ListVerb list, DeleteVerb delete)
{
    /// <summary>Deletes the objects of a collection.</summary>
    /// <param name="call">The collection.</param>
    /// <param name="options">Which objects.</param>
    /// <param name="how">How to delete each.</param>
    /// <param name="cancellation">Ends the call; what is deleted by then stays deleted.</param>
    public async ValueTask<ListAnswer> RunAsync(Call call, ListOptions options, DeleteOptions how, CancellationToken cancellation)
    {
        ListRules.Check(options);
        var selection = Selection.Parse(call.Definition, call.Version, options.LabelSelector, options.FieldSelector);
        await api.Cache.FreshAsync(cancellation);
        var found = list.Present(call, selection, out var revision);
        if (options.Limit > 0)
        {
            found = found.Take((int)Math.Min(int.MaxValue, options.Limit));
        }

        var deleted = new List<ReadOnlyMemory<byte>>();
        foreach (var value in found)
        {
            try
            {
                await delete.RunAsync(call with { Namespace = value.Namespace, Name = value.Name }, how with { Uid = value.Head.Uid }, cancellation);
                deleted.Add(value.In(call.Definition, call.Version));
            }
            catch (ApiException e) when (e.IsNotFound || e.IsConflict)
            {
                // Somebody else deleted it, or put another in its place: the object that was found is gone.
            }
        }

        return new ListAnswer(deleted, revision);
    }
}
