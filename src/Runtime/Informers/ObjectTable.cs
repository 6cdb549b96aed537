using Slipway.Machinery.Objects;

namespace Slipway.Runtime.Informers;

/// <summary>The objects of a snapshot by key, by namespace and by index. Safe for concurrent use.</summary>
/// <typeparam name="T">The kind.</typeparam>
internal sealed class ObjectTable<T>
    where T : class, IKubernetesObject
{
    private readonly Lock _gate = new();
    private readonly ObjectBucket<T> _all = new();
    private readonly Dictionary<string, ObjectBucket<T>> _namespaces = [];
    private readonly Dictionary<string, Index> _indexes = [];

    /// <summary>How many objects there are.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _all.Count;
            }
        }
    }

    /// <summary>The object of a key, if there is one.</summary>
    /// <param name="key">Namespace and name.</param>
    public T? Get(ObjectKey key)
    {
        lock (_gate)
        {
            return _all.Get(key);
        }
    }

    /// <summary>The objects of a namespace, ordered by key.</summary>
    /// <param name="namespace">The namespace; empty for all objects.</param>
    public T[] List(string @namespace)
    {
        lock (_gate)
        {
            return @namespace.Length == 0 ? _all.All() : _namespaces.GetValueOrDefault(@namespace)?.All() ?? [];
        }
    }

    /// <summary>Adds an index, unless there is one of that name.</summary>
    /// <param name="name">The index's name.</param>
    /// <param name="keys">The index keys of an object.</param>
    public void AddIndex(string name, Func<T, IEnumerable<string>> keys)
    {
        lock (_gate)
        {
            if (_indexes.ContainsKey(name))
            {
                return;
            }

            var index = new Index(keys);
            foreach (var value in _all.All())
            {
                index.Add(value);
            }

            _indexes.Add(name, index);
        }
    }

    /// <summary>The objects under a key of an index, ordered by key.</summary>
    /// <param name="name">The index's name.</param>
    /// <param name="key">The index key.</param>
    /// <exception cref="ArgumentException">There is no such index.</exception>
    public T[] ByIndex(string name, string key)
    {
        lock (_gate)
        {
            return _indexes.TryGetValue(name, out var index)
                ? index.Get(key)
                : throw new ArgumentException($"There is no index '{name}' here, only: {string.Join(", ", _indexes.Keys.Order(StringComparer.Ordinal))}. Add it with AddIndex.");
        }
    }

    /// <summary>Stores an object.</summary>
    /// <param name="value">The object.</param>
    /// <returns>The one that stood under its key, if any.</returns>
    public T? Set(T value)
    {
        var key = value.Metadata.Key;
        lock (_gate)
        {
            var old = _all.Get(key);
            _all.Set(key, value);
            if (!_namespaces.TryGetValue(key.Namespace, out var bucket))
            {
                _namespaces[key.Namespace] = bucket = new ObjectBucket<T>();
            }

            bucket.Set(key, value);
            foreach (var index in _indexes.Values)
            {
                if (old is not null)
                {
                    index.Remove(old);
                }

                index.Add(value);
            }

            return old;
        }
    }

    /// <summary>Takes an object away.</summary>
    /// <param name="key">Its key.</param>
    /// <returns>The object, or null where there was none.</returns>
    public T? Remove(ObjectKey key)
    {
        lock (_gate)
        {
            if (_all.Get(key) is not { } old)
            {
                return null;
            }

            _all.Remove(key);
            var bucket = _namespaces[key.Namespace];
            bucket.Remove(key);
            if (bucket.Count == 0)
            {
                _namespaces.Remove(key.Namespace);
            }

            foreach (var index in _indexes.Values)
            {
                index.Remove(old);
            }

            return old;
        }
    }

    private sealed class Index(Func<T, IEnumerable<string>> keys)
    {
        private readonly Dictionary<string, ObjectBucket<T>> _buckets = [];

        public T[] Get(string key) => _buckets.GetValueOrDefault(key)?.All() ?? [];

        public void Add(T value)
        {
            foreach (var key in keys(value))
            {
                if (!_buckets.TryGetValue(key, out var bucket))
                {
                    _buckets[key] = bucket = new ObjectBucket<T>();
                }

                bucket.Set(value.Metadata.Key, value);
            }
        }

        public void Remove(T value)
        {
            foreach (var key in keys(value))
            {
                if (_buckets.TryGetValue(key, out var bucket))
                {
                    bucket.Remove(value.Metadata.Key);
                    if (bucket.Count == 0)
                    {
                        _buckets.Remove(key);
                    }
                }
            }
        }
    }
}
