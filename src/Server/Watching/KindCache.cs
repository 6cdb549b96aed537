using Slipway.Runtime.Clients;

namespace Slipway.Server.Watching;

/// <summary>
/// The present objects of one kind and its recent changes. Written by the feed alone, read by everybody; every method is
/// short and under one lock, so that a reader sees the objects of one revision.
/// </summary>
/// <param name="prefix">The key prefix of the kind in the store.</param>
/// <param name="since">The revision from which on changes are known.</param>
internal sealed class KindCache(string prefix, long since)
{
    private const int LongestHistory = 4096;
    private const long LargestHistory = 4 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly List<CachedObject> _objects = [];
    private readonly List<CacheEvent> _history = [];
    private readonly List<Watcher> _watchers = [];
    private int _forgotten;
    private long _historyBytes;
    private long _since = since;
    private long _last = since;

    /// <summary>The key prefix of the kind in the store.</summary>
    public string Prefix { get; } = prefix;

    /// <summary>How many objects there are.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _objects.Count;
            }
        }
    }

    /// <summary>Whether somebody watches who takes bookmarks.</summary>
    public bool WantsBookmarks
    {
        get
        {
            lock (_gate)
            {
                return _watchers.Exists(w => w.Bookmarks);
            }
        }
    }

    /// <summary>An object, or null.</summary>
    /// <param name="key"><c>namespace/name</c>, or the name alone.</param>
    public CachedObject? Find(string key)
    {
        lock (_gate)
        {
            var at = Search(key);
            return at >= 0 ? _objects[at] : null;
        }
    }

    /// <summary>The present objects in the order of their keys.</summary>
    /// <param name="namespace">Only this namespace; empty for all.</param>
    /// <param name="last">The revision of the last change among them; this state is also that of any later revision the cache has reached before.</param>
    public CachedObject[] List(string @namespace, out long last)
    {
        lock (_gate)
        {
            last = _last;
            return Snapshot(@namespace);
        }
    }

    /// <summary>Begins to watch with everything that is present.</summary>
    /// <param name="namespace">Only this namespace; empty for all.</param>
    /// <param name="bookmarks">Whether bookmarks are welcome.</param>
    /// <param name="present">The objects present; the watcher is told of all changes after this state.</param>
    /// <param name="last">The revision of the last change among them.</param>
    public Watcher Watch(string @namespace, bool bookmarks, out CachedObject[] present, out long last)
    {
        lock (_gate)
        {
            last = _last;
            present = Snapshot(@namespace);
            return Add(@namespace, bookmarks);
        }
    }

    /// <summary>Begins to watch with the changes after a revision.</summary>
    /// <param name="revision">The last revision that the watcher knows.</param>
    /// <param name="namespace">Only this namespace; empty for all.</param>
    /// <param name="bookmarks">Whether bookmarks are welcome.</param>
    /// <param name="missed">The changes since; the watcher is told of all later ones.</param>
    /// <returns>The watcher, or null where the changes are no longer known.</returns>
    public Watcher? Watch(long revision, string @namespace, bool bookmarks, out IReadOnlyList<CacheEvent> missed)
    {
        lock (_gate)
        {
            missed = [];
            if (revision < _since)
            {
                return null;
            }

            var first = _history.Count;
            while (first > _forgotten && _history[first - 1].Revision > revision)
            {
                first--;
            }

            if (first < _history.Count)
            {
                missed = [.. _history.Skip(first).Where(e => @namespace.Length == 0 || e.Object.Namespace == @namespace)];
            }

            return Add(@namespace, bookmarks);
        }
    }

    /// <summary>The oldest revision from which a watch can go on.</summary>
    public long Since
    {
        get
        {
            lock (_gate)
            {
                return _since;
            }
        }
    }

    /// <summary>Puts an object in without telling anybody; for loading.</summary>
    /// <param name="value">The object; keys must come in order or be new.</param>
    internal void Load(CachedObject value)
    {
        lock (_gate)
        {
            Put(value);
        }
    }

    /// <summary>Takes a new state and tells the watchers.</summary>
    /// <param name="value">The state.</param>
    internal CacheEvent Set(CachedObject value)
    {
        lock (_gate)
        {
            var previous = Put(value);
            return Publish(new CacheEvent(previous is null ? WatchEventType.Added : WatchEventType.Modified, value, previous));
        }
    }

    /// <summary>Takes an object out and tells the watchers.</summary>
    /// <param name="key">Its key within the kind.</param>
    /// <param name="revision">The revision of the deletion.</param>
    /// <returns>The change, or null where there was no such object.</returns>
    internal CacheEvent? Drop(string key, long revision)
    {
        lock (_gate)
        {
            var at = Search(key);
            if (at < 0)
            {
                return null;
            }

            var previous = _objects[at];
            _objects.RemoveAt(at);
            return Publish(new CacheEvent(WatchEventType.Deleted, previous.At(revision), previous));
        }
    }

    /// <summary>Tells those who want it that everything up to a revision has been told.</summary>
    /// <param name="revision">The revision.</param>
    internal void Bookmark(long revision)
    {
        lock (_gate)
        {
            var mark = new Signal(null, Math.Max(revision, _last));
            foreach (var watcher in _watchers)
            {
                if (watcher.Bookmarks)
                {
                    // A watcher without room for a bookmark has enough news anyhow.
                    watcher.Tell(mark);
                }
            }
        }
    }

    /// <summary>Sends a bookmark to one watcher.</summary>
    /// <param name="watcher">The watcher.</param>
    /// <param name="revision">The revision up to which every change was taken in; a later change of this kind that was told raises it.</param>
    internal void Bookmark(Watcher watcher, long revision)
    {
        lock (_gate)
        {
            watcher.Tell(new Signal(null, Math.Max(revision, _last)));
        }
    }

    /// <summary>Ends all watches; their readers come again.</summary>
    internal void EndWatches()
    {
        lock (_gate)
        {
            _watchers.ForEach(w => w.End());
            _watchers.Clear();
        }
    }

    /// <summary>Starts anew from a revision: all objects are replaced, all watches end, all history is forgotten.</summary>
    /// <param name="objects">The objects, in the order of their keys.</param>
    /// <param name="revision">The revision of their state.</param>
    /// <returns>The objects that there were before.</returns>
    internal CachedObject[] Replace(IEnumerable<CachedObject> objects, long revision)
    {
        lock (_gate)
        {
            var before = _objects.ToArray();
            _objects.Clear();
            _objects.AddRange(objects);
            _history.Clear();
            _forgotten = 0;
            _historyBytes = 0;
            _since = revision;
            _last = revision;
            _watchers.ForEach(w => w.End());
            _watchers.Clear();
            return before;
        }
    }

    /// <summary>Forgets a watcher.</summary>
    /// <param name="watcher">The watcher.</param>
    internal void Remove(Watcher watcher)
    {
        lock (_gate)
        {
            _watchers.Remove(watcher);
        }
    }

    private CachedObject[] Snapshot(string @namespace)
    {
        if (@namespace.Length == 0)
        {
            return [.. _objects];
        }

        var start = ~Search($"{@namespace}/");
        var end = start;
        while (end < _objects.Count && _objects[end].Namespace == @namespace)
        {
            end++;
        }

        return [.. _objects[start..end]];
    }

    private Watcher Add(string @namespace, bool bookmarks)
    {
        var watcher = new Watcher(this, @namespace, bookmarks);
        _watchers.Add(watcher);
        return watcher;
    }

    private int Search(string key)
    {
        var (low, high) = (0, _objects.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = string.CompareOrdinal(_objects[middle].Key, key);
            if (order == 0)
            {
                return middle;
            }

            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return ~low;
    }

    private CachedObject? Put(CachedObject value)
    {
        var at = Search(value.Key);
        if (at < 0)
        {
            _objects.Insert(~at, value);
            return null;
        }

        var previous = _objects[at];
        _objects[at] = value;
        return previous;
    }

    private CacheEvent Publish(CacheEvent change)
    {
        _last = change.Revision;
        Remember(change);
        Tell(change);
        return change;
    }

    private void Remember(CacheEvent change)
    {
        _history.Add(change);
        _historyBytes += change.Object.Stored.Length;
        while (_history.Count - _forgotten > LongestHistory || (_historyBytes > LargestHistory && _history.Count - _forgotten > 1))
        {
            var oldest = _history[_forgotten];
            _history[_forgotten++] = null!;
            _historyBytes -= oldest.Object.Stored.Length;
            _since = oldest.Revision;
        }

        if (_forgotten > 256 && _forgotten * 2 > _history.Count)
        {
            _history.RemoveRange(0, _forgotten);
            _forgotten = 0;
        }
    }

    private void Tell(CacheEvent change)
    {
        for (var i = _watchers.Count - 1; i >= 0; i--)
        {
            var watcher = _watchers[i];
            if (watcher.Namespace.Length > 0 && watcher.Namespace != change.Object.Namespace)
            {
                continue;
            }

            if (!watcher.Tell(new Signal(change, change.Revision)))
            {
                watcher.End();
                _watchers.RemoveAt(i);
            }
        }
    }
}
