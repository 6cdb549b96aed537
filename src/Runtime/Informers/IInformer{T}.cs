using Slipway.Machinery.Objects;

namespace Slipway.Runtime.Informers;

/// <summary>A collection of one kind as it was lately. What it hands out is shared: never change it.</summary>
/// <typeparam name="T">The kind.</typeparam>
public interface IInformer<T> : IInformer
    where T : class, IKubernetesObject
{
    /// <summary>The object of a key, or null where there is none.</summary>
    /// <param name="key">Namespace and name.</param>
    T? Get(ObjectKey key);

    /// <summary>The objects of a namespace, ordered by namespace and name.</summary>
    /// <param name="namespace">The namespace; empty for all objects.</param>
    IReadOnlyCollection<T> List(string @namespace = "");

    /// <summary>Adds an index; nothing happens where there is one of that name. The function must be pure.</summary>
    /// <param name="name">The index's name.</param>
    /// <param name="keys">The index keys of an object.</param>
    void AddIndex(string name, Func<T, IEnumerable<string>> keys);

    /// <summary>The objects under a key of an index, ordered by namespace and name.</summary>
    /// <param name="name">The name of an index added before.</param>
    /// <param name="key">The index key.</param>
    IReadOnlyCollection<T> ByIndex(string name, string key);

    /// <summary>
    /// Hears of every change, in order, after the snapshot shows it; the objects present are told of first, as added. The
    /// handler is called one change at a time and must neither wait nor subscribe; an exception of it is logged and the
    /// change is lost to it.
    /// </summary>
    /// <param name="handler">What to call.</param>
    /// <returns>Ends the subscription.</returns>
    IDisposable Subscribe(Action<InformerChange<T>> handler);
}
