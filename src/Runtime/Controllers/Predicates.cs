using Slipway.Machinery.Objects;
using Slipway.Runtime.Informers;

namespace Slipway.Runtime.Controllers;

/// <summary>Which changes are worth a pass.</summary>
public static class Predicates
{
    /// <summary>All but those in nothing but the status: a new object, a gone one, or other spec, labels, annotations, finalizers, owners or deletion.</summary>
    /// <typeparam name="T">The kind.</typeparam>
    /// <param name="change">The change.</param>
    public static bool BeyondStatus<T>(InformerChange<T> change)
        where T : class, IKubernetesObject =>
        change is not { Old.Metadata: { } old, New.Metadata: { } now }
        || old.Generation != now.Generation
        || old.IsDeleting != now.IsDeleting
        || !Same(old.Labels, now.Labels)
        || !Same(old.Annotations, now.Annotations)
        || !old.Finalizers.SequenceEqual(now.Finalizers)
        || !old.OwnerReferences.SequenceEqual(now.OwnerReferences);

    /// <summary>Only new objects and gone ones.</summary>
    /// <typeparam name="T">The kind.</typeparam>
    /// <param name="change">The change.</param>
    public static bool CameOrWent<T>(InformerChange<T> change)
        where T : class, IKubernetesObject =>
        change.IsAdded || change.IsDeleted;

    private static bool Same(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count && one.All(p => other.TryGetValue(p.Key, out var value) && value == p.Value);
}
