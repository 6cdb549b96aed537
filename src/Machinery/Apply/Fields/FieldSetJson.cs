using System.Text.Json.Nodes;

namespace Slipway.Machinery.Apply.Fields;

/// <summary>Sets of fields as JSON: the form <c>FieldsV1</c>.</summary>
public static class FieldSetJson
{
    /// <summary>Writes a set.</summary>
    /// <param name="set">The set.</param>
    public static JsonObject Write(FieldSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        var json = new JsonObject();
        foreach (var node in set.Nodes)
        {
            var below = Write(node.Children);
            if (node.IsMember && below.Count > 0)
            {
                below.Insert(0, FieldElement.Self, new JsonObject());
            }

            json[node.Element] = below;
        }

        return json;
    }

    /// <summary>Reads a set; steps of a kind that is not known are left out.</summary>
    /// <param name="json">The set; null for the empty one.</param>
    /// <exception cref="FormatException">It is no set.</exception>
    public static FieldSet Read(JsonNode? json)
    {
        if (json is null)
        {
            return FieldSet.Empty;
        }

        var nodes = new List<FieldNode>();
        foreach (var (name, below) in json as JsonObject ?? throw new FormatException("A set of fields is an object."))
        {
            if (name == FieldElement.Self || FieldElement.Canonical(name) is not { } element)
            {
                continue;
            }

            var children = Read(below);
            var isMember = children.IsEmpty || (below as JsonObject)!.ContainsKey(FieldElement.Self);
            nodes.Add(new(element, isMember, children));
        }

        return FieldSet.Of(nodes);
    }

    /// <summary>
    /// Whether a written set may have a field of another set or one below it, found without reading it whole.
    /// </summary>
    /// <param name="json">The written set, in canonical form.</param>
    /// <param name="set">The other set.</param>
    public static bool Overlaps(JsonObject json, FieldSet set)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(set);
        foreach (var node in set.Nodes)
        {
            if (json.TryGetPropertyValue(node.Element, out var found) && found is JsonObject below
                && ((node.IsMember && (node.Children.IsEmpty || IsMember(below))) || Overlaps(below, node.Children)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a written set has all fields of another set, found without reading it whole.</summary>
    /// <param name="json">The written set, in canonical form.</param>
    /// <param name="set">The other set.</param>
    public static bool Covers(JsonObject json, FieldSet set)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(set);
        foreach (var node in set.Nodes)
        {
            if (!json.TryGetPropertyValue(node.Element, out var found) || found is not JsonObject below
                || (node.IsMember && !IsMember(below)) || !Covers(below, node.Children))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsMember(JsonObject below) => below.Count == 0 || below.ContainsKey(FieldElement.Self);
}
