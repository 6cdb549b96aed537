using Slipway.Machinery.Objects;
using Slipway.Server.Failures;
using Slipway.Server.Resources;
using Slipway.Store;

namespace Slipway.Server.Verbs.Writing;

/// <summary>Writes to the store.</summary>
internal static class Commit
{
    private static readonly GroupKind NamespaceKind = new("", "Namespace");

    /// <summary>Writes; what cannot be written at all is refused here, other refusals are the caller's to judge.</summary>
    /// <param name="api">The server's parts.</param>
    /// <param name="definition">The kind written.</param>
    /// <param name="request">The write.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="Runtime.Clients.ApiException">413: too large; 503: the store takes no writes.</exception>
    public static async ValueTask<WriteOutcome> RunAsync(ApiContext api, ResourceDefinition definition, WriteRequest request, CancellationToken cancellation)
    {
        if (request.Value is { Length: > ApiContext.LargestObject } value)
        {
            throw Refuse.TooLarge(value.Length, ApiContext.LargestObject);
        }

        var outcome = await api.Store.WriteAsync(request, cancellation);
        api.StoreHealth.Note(outcome.Result == WriteResult.Unavailable ? outcome.Why ?? "it gives no reason" : null);
        if (outcome.Result == WriteResult.Unavailable)
        {
            throw Refuse.Unavailable(outcome.Why ?? "it gives no reason");
        }

        if (outcome.IsCommitted && (definition.Kind == CustomResource.DefinitionKind || definition.Kind == NamespaceKind))
        {
            // The next request may be for the new kind or in the new namespace.
            await api.Cache.ReachAsync(outcome.Revision).WaitAsync(cancellation);
        }

        return outcome;
    }
}
