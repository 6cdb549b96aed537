using Slipway.Machinery.Objects;
using Slipway.Runtime.Informers;
using Slipway.Runtime.Queues;

namespace Slipway.Runtime.Controllers;

/// <summary>One thing that wakes a controller.</summary>
/// <param name="Informer">What is watched.</param>
/// <param name="Subscribe">Begins to add keys to the queue.</param>
internal sealed record WatchSource(IInformer Informer, Func<WorkQueue, IDisposable> Subscribe)
{
    /// <summary>Adds the key of each object that changes.</summary>
    /// <typeparam name="T">The kind.</typeparam>
    /// <param name="informer">What is watched.</param>
    /// <param name="when">Which changes count; null for all.</param>
    public static WatchSource Itself<T>(IInformer<T> informer, Func<InformerChange<T>, bool>? when)
        where T : class, IKubernetesObject =>
        new(informer, queue => informer.Subscribe(change =>
        {
            if (when is null || when(change))
            {
                queue.Add(change.Object.Metadata.Key);
            }
        }));

    /// <summary>Adds the keys that an object leads to: those of its state before a change, too.</summary>
    /// <typeparam name="T">The kind.</typeparam>
    /// <param name="informer">What is watched.</param>
    /// <param name="map">From an object to keys.</param>
    /// <param name="when">Which changes count; null for all.</param>
    public static WatchSource Mapped<T>(IInformer<T> informer, Func<T, IEnumerable<ObjectKey>> map, Func<InformerChange<T>, bool>? when)
        where T : class, IKubernetesObject =>
        new(informer, queue => informer.Subscribe(change =>
        {
            if (when is not null && !when(change))
            {
                return;
            }

            AddAll(queue, change.Old, map);
            AddAll(queue, change.New, map);
        }));

    /// <summary>The keys of the owners of a kind.</summary>
    /// <param name="value">The object that is owned.</param>
    /// <param name="owner">The owner's kind; its version does not matter.</param>
    /// <param name="match">Which references count.</param>
    public static IEnumerable<ObjectKey> Owners(IKubernetesObject value, ResourceType owner, OwnerMatch match)
    {
        foreach (var reference in value.Metadata.OwnerReferences)
        {
            if (reference.Kind == owner.Kind && reference.Group == owner.Group && (match == OwnerMatch.Any || reference.Controller == true))
            {
                yield return new ObjectKey(owner.Namespaced ? value.Metadata.Namespace : "", reference.Name);
            }
        }
    }

    private static void AddAll<T>(WorkQueue queue, T? value, Func<T, IEnumerable<ObjectKey>> map)
        where T : class
    {
        if (value is null)
        {
            return;
        }

        foreach (var key in map(value))
        {
            queue.Add(key);
        }
    }
}
