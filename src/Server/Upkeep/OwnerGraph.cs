using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Server.Verbs.Writing;
using Slipway.Server.Watching;

namespace Slipway.Server.Upkeep;

/// <summary>Who owns whom, by uid, across all kinds. Fed by the feed, asked by the garbage collector; safe for both.</summary>
internal sealed class OwnerGraph
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, OwnerNode> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _dependents = new(StringComparer.Ordinal);

    /// <summary>Takes a change in.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="change">The change.</param>
    /// <param name="attend">Is told the uid of every object that may now have to go or to be let go.</param>
    public void Apply(KindCache kind, CacheEvent change, Action<string> attend)
    {
        lock (_gate)
        {
            if (change.Previous is { } previous && (change.Type == WatchEventType.Deleted || previous.Head.Uid != change.Object.Head.Uid))
            {
                Remove(previous.Head.Uid, attend);
            }

            if (change.Type != WatchEventType.Deleted)
            {
                Put(new OwnerNode(kind, change.Object), attend);
            }
        }
    }

    /// <summary>An object and those it is tied to; null where it is not known.</summary>
    /// <param name="uid">Its uid.</param>
    /// <param name="owners">Its owners: for each reference the owner, or null where there is no such object.</param>
    /// <param name="dependents">The objects that name it as their owner.</param>
    public OwnerNode? Find(string uid, out IReadOnlyList<(OwnerReference Reference, OwnerNode? Owner)> owners, out IReadOnlyList<OwnerNode> dependents)
    {
        lock (_gate)
        {
            if (!_nodes.TryGetValue(uid, out var node))
            {
                owners = [];
                dependents = [];
                return null;
            }

            owners = [.. node.Value.Head.Owners.Select(o => (o, OwnerOf(node, o)))];
            dependents = _dependents.TryGetValue(uid, out var uids) ? [.. uids.Select(u => _nodes[u])] : [];
            return node;
        }
    }

    /// <summary>Whether an owner that counts as absent does exist, but in another namespace than what it is to own.</summary>
    /// <param name="reference">The reference.</param>
    public bool IsElsewhere(OwnerReference reference)
    {
        lock (_gate)
        {
            return _nodes.ContainsKey(reference.Uid);
        }
    }

    private OwnerNode? OwnerOf(OwnerNode node, OwnerReference reference) =>
        _nodes.TryGetValue(reference.Uid, out var owner)
        && owner.Value.Name == reference.Name
        && (owner.Value.Namespace.Length == 0 || owner.Value.Namespace == node.Value.Namespace)
            ? owner
            : null;

    private void Remove(string uid, Action<string> attend)
    {
        if (!_nodes.Remove(uid, out var node))
        {
            return;
        }

        foreach (var owner in node.Value.Head.Owners)
        {
            Unlink(owner.Uid, uid);
            if (_nodes.TryGetValue(owner.Uid, out var held) && held.Value.Head.IsDeleting)
            {
                attend(owner.Uid);
            }
        }

        if (_dependents.TryGetValue(uid, out var dependents))
        {
            foreach (var dependent in dependents)
            {
                attend(dependent);
            }
        }
    }

    private void Put(OwnerNode node, Action<string> attend)
    {
        var head = node.Value.Head;
        var before = _nodes.GetValueOrDefault(head.Uid);
        _nodes[head.Uid] = node;
        foreach (var owner in before?.Value.Head.Owners ?? [])
        {
            if (!head.Owners.Any(o => o.Uid == owner.Uid))
            {
                Unlink(owner.Uid, head.Uid);
                attend(owner.Uid);
            }
        }

        foreach (var owner in head.Owners)
        {
            if (!_dependents.TryGetValue(owner.Uid, out var dependents))
            {
                _dependents[owner.Uid] = dependents = [];
            }

            dependents.Add(head.Uid);
            if (!head.IsDeleting && OwnerOf(node, owner) is not { IsForeground: false })
            {
                attend(head.Uid);
            }
        }

        if (head.IsDeleting && (node.IsForeground || head.Finalizers.Contains(Propagation.Orphan)))
        {
            attend(head.Uid);
            if (node.IsForeground && before?.IsForeground != true && _dependents.TryGetValue(head.Uid, out var blocked))
            {
                foreach (var dependent in blocked)
                {
                    attend(dependent);
                }
            }
        }
    }

    private void Unlink(string owner, string dependent)
    {
        if (_dependents.TryGetValue(owner, out var dependents) && dependents.Remove(dependent) && dependents.Count == 0)
        {
            _dependents.Remove(owner);
        }
    }
}
