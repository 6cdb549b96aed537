namespace Slipway.Machinery.Apply.Fields;

/// <summary>
/// A set of fields of an object. A field is in it on its own account: neither do its parents follow it nor its children.
/// Immutable, sorted, equal by content.
/// </summary>
public sealed class FieldSet : IEquatable<FieldSet>
{
    private readonly FieldNode[] _nodes;

    /// <summary>Takes nodes.</summary>
    /// <param name="nodes">Sorted; each is a member or has children.</param>
    internal FieldSet(FieldNode[] nodes) => _nodes = nodes;

    /// <summary>No field.</summary>
    public static FieldSet Empty { get; } = new([]);

    /// <summary>Whether there is no field.</summary>
    public bool IsEmpty => _nodes.Length == 0;

    /// <summary>The steps from the root of the set.</summary>
    internal ReadOnlySpan<FieldNode> Nodes => _nodes;

    /// <summary>
    /// The paths of the fields: those of one depth before those below them, each list of steps as <see cref="FieldElement"/>
    /// writes them.
    /// </summary>
    public IEnumerable<IReadOnlyList<string>> Paths
    {
        get
        {
            foreach (var node in _nodes)
            {
                if (node.IsMember)
                {
                    yield return [node.Element];
                }
            }

            foreach (var node in _nodes)
            {
                foreach (var path in node.Children.Paths)
                {
                    yield return [node.Element, .. path];
                }
            }
        }
    }

    /// <summary>A path for people: <c>.spec.list[name="x"].size</c>.</summary>
    /// <param name="path">The steps.</param>
    public static string Describe(IEnumerable<string> path) => string.Concat(path.Select(FieldElement.Describe));

    /// <summary>Whether a field is in the set.</summary>
    /// <param name="path">Its steps.</param>
    public bool Contains(params ReadOnlySpan<string> path)
    {
        var set = this;
        foreach (var element in path[..^1])
        {
            set = set.Below(element);
        }

        return set.Find(path[^1])?.IsMember == true;
    }

    /// <summary>The fields below a step, without that step.</summary>
    /// <param name="element">The step.</param>
    public FieldSet Below(string element) => Find(element)?.Children ?? Empty;

    /// <summary>The fields of both sets together.</summary>
    /// <param name="other">Another set.</param>
    public FieldSet Union(FieldSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.IsEmpty ? this : IsEmpty ? other : Join(other, static (a, b) => a is null ? b : b is null ? a
            : Make(a.Element, a.IsMember || b.IsMember, a.Children.Union(b.Children)));
    }

    /// <summary>The fields that are in both sets.</summary>
    /// <param name="other">Another set.</param>
    public FieldSet Intersect(FieldSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return IsEmpty || other.IsEmpty ? Empty : Join(other, static (a, b) => a is null || b is null ? null
            : Make(a.Element, a.IsMember && b.IsMember, a.Children.Intersect(b.Children)));
    }

    /// <summary>The fields that the other set does not have.</summary>
    /// <param name="other">Another set.</param>
    public FieldSet Except(FieldSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return IsEmpty || other.IsEmpty ? this : Join(other, static (a, b) => a is null || b is null ? a
            : Make(a.Element, a.IsMember && !b.IsMember, a.Children.Except(b.Children)));
    }

    /// <summary>The fields that the other set does not have and that are not below one that it has.</summary>
    /// <param name="other">Another set.</param>
    public FieldSet Outside(FieldSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return IsEmpty || other.IsEmpty ? this : Join(other, static (a, b) => a is null || b is null ? a
            : b.IsMember ? null : Make(a.Element, a.IsMember, a.Children.Outside(b.Children)));
    }

    /// <inheritdoc/>
    public bool Equals(FieldSet? other) => other is not null && (ReferenceEquals(this, other) || _nodes.SequenceEqual(other._nodes));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FieldSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var node in _nodes)
        {
            hash.Add(node);
        }

        return hash.ToHashCode();
    }

    /// <summary>One field a line.</summary>
    public override string ToString() => string.Join('\n', Paths.Select(p => Describe(p)));

    /// <summary>A node, or null where it would stand for nothing.</summary>
    internal static FieldNode? Make(string element, bool isMember, FieldSet children) =>
        isMember || !children.IsEmpty ? new(element, isMember, children) : null;

    /// <summary>Makes a set of nodes in any order; several for one step are one.</summary>
    internal static FieldSet Of(List<FieldNode> nodes)
    {
        nodes.Sort(static (a, b) => FieldElement.Compare(a.Element, b.Element));
        for (var i = nodes.Count - 1; i > 0; i--)
        {
            var (a, b) = (nodes[i - 1], nodes[i]);
            if (a.Element == b.Element)
            {
                nodes[i - 1] = new(a.Element, a.IsMember || b.IsMember, a.Children.Union(b.Children));
                nodes.RemoveAt(i);
            }
        }

        return nodes.Count == 0 ? Empty : new([.. nodes]);
    }

    private FieldNode? Find(string element)
    {
        var (low, high) = (0, _nodes.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = FieldElement.Compare(_nodes[middle].Element, element);
            if (order == 0)
            {
                return _nodes[middle];
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    private FieldSet Join(FieldSet other, Func<FieldNode?, FieldNode?, FieldNode?> join)
    {
        var nodes = new List<FieldNode>(Math.Max(_nodes.Length, other._nodes.Length));
        var (i, j) = (0, 0);
        while (i < _nodes.Length || j < other._nodes.Length)
        {
            var order = i == _nodes.Length ? 1 : j == other._nodes.Length ? -1 : FieldElement.Compare(_nodes[i].Element, other._nodes[j].Element);
            if (join(order <= 0 ? _nodes[i] : null, order >= 0 ? other._nodes[j] : null) is { } node)
            {
                nodes.Add(node);
            }

            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return nodes.Count == 0 ? Empty : new([.. nodes]);
    }
}
