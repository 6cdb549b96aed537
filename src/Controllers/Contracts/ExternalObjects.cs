using Slipway.Api.Core.Shared;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Informers;

namespace Slipway.Controllers.Contracts;

/// <summary>
/// Reads objects of providers' kinds from shared snapshots, which start with the first question about a kind. Safe for
/// concurrent use.
/// </summary>
/// <param name="informers">The informers of the server.</param>
/// <param name="catalog">Which version of a kind to read.</param>
public sealed class ExternalObjects(InformerCache informers, ContractCatalog catalog)
{
    /// <summary>Which version of a kind keeps which contract.</summary>
    public ContractCatalog Catalog => catalog;

    /// <summary>Follows a reference.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="namespace">The namespace of the object that holds the reference.</param>
    /// <param name="watch">Is told the kind, so that a controller hears of its changes; called every time.</param>
    /// <param name="cancellation">Ends the wait for the first snapshot of a kind.</param>
    public async ValueTask<ExternalObject> ReadAsync(
        ContractVersionedObjectReference reference, string @namespace, Action<ResourceType> watch, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(watch);
        await catalog.WaitForSyncAsync(cancellation);
        var lookup = catalog.Find(new GroupKind(reference.ApiGroup, reference.Kind));
        if (!lookup.Found)
        {
            return new ExternalObject(reference, null, null, lookup.Problem);
        }

        watch(lookup.Kind.Type);
        var informer = informers.Of(lookup.Kind.Type);
        await informer.WaitForSyncAsync(cancellation);
        var found = informer.Get(new ObjectKey(@namespace, reference.Name));
        return new ExternalObject(
            reference, found, lookup.Kind, found is null ? $"There is no {reference.Kind} {reference.Name} in namespace {@namespace}: create it, or correct the reference" : "");
    }

    /// <summary>The objects of a kind that an object owns, whether it manages them or not.</summary>
    /// <param name="kind">Their kind.</param>
    /// <param name="owner">The owner.</param>
    /// <param name="cancellation">Ends the wait for the first snapshot of the kind.</param>
    public async ValueTask<IReadOnlyCollection<Unstructured>> OwnedByAsync(ContractKind kind, IKubernetesObject owner, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(owner);
        var informer = informers.Of(kind.Type);
        await informer.WaitForSyncAsync(cancellation);
        return informer.OwnedBy(owner);
    }
}
