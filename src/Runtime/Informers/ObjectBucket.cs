using Slipway.Machinery.Objects;

namespace Slipway.Runtime.Informers;

/// <summary>A set of objects by key that hands itself out as an array, made again only after a change.</summary>
/// <typeparam name="T">The kind.</typeparam>
internal sealed class ObjectBucket<T>
    where T : class, IKubernetesObject
{
    private readonly Dictionary<ObjectKey, T> _objects = [];
    private T[]? _sorted;

    /// <summary>How many objects it holds.</summary>
    public int Count => _objects.Count;

    /// <summary>The object of a key.</summary>
    /// <param name="key">Namespace and name.</param>
    public T? Get(ObjectKey key) => _objects.GetValueOrDefault(key);

    /// <summary>Puts an object in the place of its key.</summary>
    /// <param name="key">Namespace and name.</param>
    /// <param name="value">The object.</param>
    public void Set(ObjectKey key, T value)
    {
        _objects[key] = value;
        _sorted = null;
    }

    /// <summary>Takes an object away.</summary>
    /// <param name="key">Namespace and name.</param>
    public void Remove(ObjectKey key)
    {
        if (_objects.Remove(key))
        {
            _sorted = null;
        }
    }

    /// <summary>All objects, ordered by key; never changed afterwards.</summary>
    public T[] All()
    {
        if (_sorted is null)
        {
            var keys = new ObjectKey[_objects.Count];
            var objects = new T[_objects.Count];
            _objects.Keys.CopyTo(keys, 0);
            _objects.Values.CopyTo(objects, 0);
            Array.Sort(keys, objects);
            _sorted = objects;
        }

        return _sorted;
    }
}
