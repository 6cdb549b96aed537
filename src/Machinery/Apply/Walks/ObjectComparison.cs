using System.Text.Json.Nodes;
using Slipway.Machinery.Apply.Fields;
using Slipway.Machinery.Apply.Types;
using Slipway.Machinery.Json;
using Slipway.Machinery.Schemas;

namespace Slipway.Machinery.Apply.Walks;

/// <summary>Compares two states of an object, field by field, in one walk through both.</summary>
public sealed class ObjectComparison
{
    private readonly FieldSetBuilder _added = new();
    private readonly FieldSetBuilder _modified = new();
    private readonly FieldSetBuilder _removed = new();
    private readonly List<Step> _path = [];

    private ObjectComparison()
    {
    }

    /// <summary>Compares.</summary>
    /// <param name="old">The earlier state.</param>
    /// <param name="value">The later state.</param>
    /// <param name="type">The type of both.</param>
    public static Comparison Compare(JsonObject old, JsonObject value, IMergeType type)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(type);
        var run = new ObjectComparison();
        run.Members(old, value, type);
        return new(run._added.Build(), run._modified.Build(), run._removed.Build());
    }

    private void Visit(Side left, Side right, IMergeType type)
    {
        if (!type.IsAtomicMap && Both<JsonObject>(left, right))
        {
            var (a, b) = (left.Node as JsonObject, right.Node as JsonObject);
            if (a is null or { Count: 0 } && b is null or { Count: 0 })
            {
                Leaf(left, right);
                return;
            }

            Members(a, b, type);
            Ends(left, right);
        }
        else if (type.ListType != ListType.Atomic && Both<JsonArray>(left, right))
        {
            var (a, b) = (left.Node as JsonArray, right.Node as JsonArray);
            if ((a is null or { Count: 0 } && b is null or { Count: 0 }) || !List(a, b, type))
            {
                Leaf(left, right);
                return;
            }

            Ends(left, right);
        }
        else if (!type.IsAtomicMap && (left.Node is JsonObject || right.Node is JsonObject) && left.Exists && right.Exists)
        {
            // An object in place of something else, or the reverse: its members come or go.
            Members(left.Node as JsonObject, right.Node as JsonObject, type);
            if (right.Node is not JsonObject)
            {
                Leaf(left, right);
            }
        }
        else
        {
            Leaf(left, right);
        }
    }

    private static bool Both<T>(Side left, Side right)
        where T : JsonNode =>
        (left.Node is T && right.Node is null or T) || (left.Node is null && right.Node is T);

    private void Members(JsonObject? left, JsonObject? right, IMergeType type)
    {
        foreach (var (name, value) in left ?? [])
        {
            JsonNode? other = null;
            var exists = right?.TryGetPropertyValue(name, out other) == true;
            Enter(new Step(Element: null) { Member = name });
            Visit(new Side(value, Exists: true), new Side(other, exists), type.Member(name) ?? DeducedType.Instance);
            Leave();
        }

        foreach (var (name, value) in right ?? [])
        {
            if (left?.ContainsKey(name) != true)
            {
                Enter(new Step(Element: null) { Member = name });
                Visit(default, new Side(value, Exists: true), type.Member(name) ?? DeducedType.Instance);
                Leave();
            }
        }
    }

    /// <summary>Compares the items of two lists.</summary>
    /// <returns>Whether the items can be told apart.</returns>
    private bool List(JsonArray? left, JsonArray? right, IMergeType type)
    {
        if (left is not null && right is not null && Items.AreParallel(left, right, type))
        {
            for (var i = 0; type.ListType == ListType.Map && i < left.Count; i++)
            {
                Enter(new Step(Element: null) { Item = left[i], List = type });
                Visit(new Side(left[i], Exists: true), new Side(right[i], Exists: true), type.Items);
                Leave();
            }

            return true;
        }

        var order = new List<string>();
        if (Items.Index(left, type, order) is not { } old || Items.Index(right, type, order) is not { } wanted)
        {
            return false;
        }

        foreach (var element in order.Distinct())
        {
            Enter(new Step(element));
            var a = old.GetValueOrDefault(element);
            var b = wanted.GetValueOrDefault(element);
            if (a is { Count: > 1 } || b is { Count: > 1 })
            {
                Leaf(Repeated(a), Repeated(b));
            }
            else
            {
                Visit(new Side(a?[0], a is not null), new Side(b?[0], b is not null), type.Items);
            }

            Leave();
        }

        return true;
    }

    /// <summary>Items that stand more than once are one value together.</summary>
    private static Side Repeated(List<JsonNode?>? items) =>
        items is null ? default : new(new JsonArray([.. items.Select(i => i?.DeepClone())]), Exists: true);

    private void Leaf(Side left, Side right)
    {
        if (!left.Exists)
        {
            Add(_added);
        }
        else if (!right.Exists)
        {
            Add(_removed);
        }
        else if (!JsonEquality.AreEqual(left.Node, right.Node))
        {
            Add(_modified);
        }
    }

    private void Ends(Side left, Side right)
    {
        if (!left.Exists)
        {
            Add(_added);
        }
        else if (!right.Exists)
        {
            Add(_removed);
        }
    }

    private void Add(FieldSetBuilder set)
    {
        var path = new string[_path.Count];
        for (var i = 0; i < path.Length; i++)
        {
            if (_path[i].Element is not { } element)
            {
                element = _path[i].Resolve();
                _path[i] = new Step(element);
            }

            path[i] = element;
        }

        set.Add(path);
    }

    private void Enter(Step step) => _path.Add(step);

    private void Leave() => _path.RemoveAt(_path.Count - 1);

    private readonly record struct Side(JsonNode? Node, bool Exists);

    /// <summary>A step of the walk; it is written out only where something differs.</summary>
    private readonly record struct Step(string? Element)
    {
        public string? Member { get; init; }

        public JsonNode? Item { get; init; }

        public IMergeType? List { get; init; }

        public string Resolve() => Member is not null ? FieldElement.Member(Member) : Items.ElementOf(Item, List!, out _)!;
    }
}
