using System.Text.Json.Nodes;
using Slipway.Runtime.Clients;
using Slipway.Server.Objects;
using Slipway.Server.Resources;
using Slipway.Server.Security;
using Slipway.Server.Verbs;
using Slipway.Server.Watching;

namespace Slipway.Server.Upkeep;

/// <summary>What the chores do with objects, through the verbs that everybody uses.</summary>
/// <param name="api">The server's parts.</param>
/// <param name="verbs">The verbs.</param>
internal sealed class ObjectDesk(ApiContext api, IVerbs verbs)
{
    private static readonly WriteOptions Own = new() { FieldManager = "slipway-upkeep" };

    /// <summary>The kinds served now.</summary>
    public ResourceSet Kinds => api.Registry.Current;

    /// <summary>The cache.</summary>
    public WatchCache Cache => api.Cache;

    /// <summary>The clock.</summary>
    public TimeProvider Clock => api.Clock;

    /// <summary>Waits until the cache has everything that was acknowledged.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    public ValueTask FreshAsync(CancellationToken cancellation) => api.Cache.FreshAsync(cancellation);

    /// <summary>Deletes an object of a known uid; one that is gone, or whose name another has taken, is no error.</summary>
    /// <param name="definition">Its kind.</param>
    /// <param name="value">The object.</param>
    /// <param name="policy">The propagation policy; null for what the object itself says.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async ValueTask DeleteAsync(ResourceDefinition definition, CachedObject value, string? policy, CancellationToken cancellation)
    {
        try
        {
            await verbs.DeleteAsync(CallOf(definition, value), new DeleteOptions { Uid = value.Head.Uid, PropagationPolicy = policy }, cancellation);
        }
        catch (ApiException e) when (e.IsNotFound || e.IsConflict)
        {
            // The object that was meant is gone.
        }
    }

    /// <summary>Changes an object, under the state that is known.</summary>
    /// <param name="definition">Its kind.</param>
    /// <param name="value">The object as known.</param>
    /// <param name="patch">A merge patch; the resource version is added.</param>
    /// <param name="subresource">The part to change; empty for the main part.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ApiException">Refused; <c>Conflict</c> where the object is no longer as known.</exception>
    public async ValueTask PatchAsync(
        ResourceDefinition definition, CachedObject value, JsonObject patch, string subresource, CancellationToken cancellation)
    {
        Meta.Of(patch)["resourceVersion"] = value.Revision.ToString();
        var call = CallOf(definition, value) with { Subresource = subresource };
        await verbs.PatchAsync(call, new Patch(PatchType.Merge, ObjectBytes.WriteAny(patch)), Own, cancellation);
    }

    /// <summary>Creates an object unless one of its name exists.</summary>
    /// <param name="definition">Its kind.</param>
    /// <param name="namespace">Its namespace; empty for cluster scope.</param>
    /// <param name="value">The object.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async ValueTask EnsureAsync(ResourceDefinition definition, string @namespace, JsonObject value, CancellationToken cancellation)
    {
        var key = @namespace.Length == 0 ? Meta.Text(value, "name") : $"{@namespace}/{Meta.Text(value, "name")}";
        if (Cache.Kind(definition).Find(key) is not null)
        {
            return;
        }

        try
        {
            var call = new Call(Caller.Self, definition, definition.Storage, @namespace, "");
            await verbs.CreateAsync(call, ObjectBytes.WriteAny(value), Own, cancellation);
        }
        catch (ApiException e) when (e.IsAlreadyExists)
        {
            // Somebody else was faster.
        }
    }

    private static Call CallOf(ResourceDefinition definition, CachedObject value) =>
        new(Caller.Self, definition, definition.Storage, value.Namespace, value.Name);
}
