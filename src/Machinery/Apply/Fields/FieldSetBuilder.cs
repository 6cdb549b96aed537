namespace Slipway.Machinery.Apply.Fields;

/// <summary>Collects fields in any order.</summary>
public sealed class FieldSetBuilder
{
    private Dictionary<string, FieldSetBuilder>? _below;
    private bool _isMember;

    /// <summary>Whether nothing was added yet.</summary>
    public bool IsEmpty => _below is null;

    /// <summary>Adds a field; the empty path, which is the object itself, is not counted.</summary>
    /// <param name="path">Its steps.</param>
    public FieldSetBuilder Add(params ReadOnlySpan<string> path)
    {
        var at = this;
        foreach (var element in path)
        {
            at = at.Below(element);
        }

        at._isMember = true;
        return this;
    }

    /// <summary>What was collected.</summary>
    public FieldSet Build()
    {
        var nodes = new List<FieldNode>(_below?.Count ?? 0);
        foreach (var (element, below) in _below ?? [])
        {
            if (FieldSet.Make(element, below._isMember, below.Build()) is { } node)
            {
                nodes.Add(node);
            }
        }

        return FieldSet.Of(nodes);
    }

    /// <summary>The collection below a step.</summary>
    internal FieldSetBuilder Below(string element)
    {
        _below ??= new Dictionary<string, FieldSetBuilder>(StringComparer.Ordinal);
        if (!_below.TryGetValue(element, out var below))
        {
            _below[element] = below = new FieldSetBuilder();
        }

        return below;
    }
}
