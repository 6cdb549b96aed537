using Slipway.Machinery.Objects;

namespace Slipway.Runtime.Informers;

/// <summary>This program's own writes that a snapshot must show before anything decides by it. Safe for concurrent use.</summary>
/// <typeparam name="T">The kind.</typeparam>
/// <param name="table">The snapshot's objects.</param>
internal sealed class OwnWrites<T>(ObjectTable<T> table)
    where T : class, IKubernetesObject
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ObjectKey> _deleted = [];
    private volatile int _deletedCount;
    private long _written;

    /// <summary>Notes the revision of a write.</summary>
    /// <param name="revision">The object's revision after it.</param>
    public void Written(long revision)
    {
        lock (_gate)
        {
            Volatile.Write(ref _written, Math.Max(_written, revision));
        }
    }

    /// <summary>Notes that an object was deleted, or marked for it.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="uid">Its uid.</param>
    public void Deleted(ObjectKey key, string uid)
    {
        lock (_gate)
        {
            _deleted[uid] = key;
            _deletedCount = _deleted.Count;
        }
    }

    /// <summary>Everything noted so far.</summary>
    public OwnWritesMark Mark()
    {
        lock (_gate)
        {
            return new OwnWritesMark(_written, [.. _deleted]);
        }
    }

    /// <summary>Whether a snapshot at a revision hides a write noted so far.</summary>
    /// <param name="revision">What the snapshot shows.</param>
    public bool AreHiddenAt(long revision) =>
        Volatile.Read(ref _written) > revision || (_deletedCount > 0 && AreHiddenAt(Mark(), revision));

    /// <summary>Whether a snapshot at a revision hides a write noted before a mark.</summary>
    /// <param name="mark">Which writes.</param>
    /// <param name="revision">What the snapshot shows.</param>
    public bool AreHiddenAt(OwnWritesMark mark, long revision)
    {
        if (mark.Revision > revision)
        {
            return true;
        }

        var hidden = false;
        foreach (var (uid, key) in mark.Deleted)
        {
            if (table.Get(key) is { Metadata: { IsDeleting: false } metadata } && metadata.Uid == uid)
            {
                hidden = true;
            }
            else
            {
                Shown(uid);
            }
        }

        return hidden;
    }

    /// <summary>Forgets what a mark holds: a list that began after it tells the truth whatever its revision.</summary>
    /// <param name="mark">Which writes.</param>
    public void Forget(OwnWritesMark mark)
    {
        foreach (var (uid, _) in mark.Deleted)
        {
            Shown(uid);
        }

        lock (_gate)
        {
            // A later write is still to be shown.
            if (_written == mark.Revision)
            {
                Volatile.Write(ref _written, 0);
            }
        }
    }

    private void Shown(string uid)
    {
        lock (_gate)
        {
            _deleted.Remove(uid);
            _deletedCount = _deleted.Count;
        }
    }
}
