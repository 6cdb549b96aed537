using System.Text.Json.Nodes;

namespace Slipway.Api.Json;

/// <summary>A place in an object, as names of properties.</summary>
internal sealed class FieldPath
{
    private readonly string[] _names;

    /// <summary>Reads a path.</summary>
    /// <param name="dotted">The names, separated by dots.</param>
    public FieldPath(string dotted) => _names = dotted.Split('.');

    /// <summary>A path of names separated by dots.</summary>
    public static implicit operator FieldPath(string dotted) => new(dotted);

    /// <summary>What stands there; null where nothing does.</summary>
    public JsonNode? Get(JsonObject scope)
    {
        JsonNode? node = scope;
        foreach (var name in _names)
        {
            node = (node as JsonObject)?[name];
        }

        return node;
    }

    /// <summary>Takes away what stands there, and the objects around it that are empty then.</summary>
    /// <returns>What stood there, free to be put elsewhere; null where nothing did.</returns>
    public JsonNode? Take(JsonObject scope) => Take(scope, 0);

    /// <summary>Puts a value there, and objects around it where there are none.</summary>
    public void Put(JsonObject scope, JsonNode? value)
    {
        var parent = scope;
        for (var at = 0; at < _names.Length - 1; at++)
        {
            if (parent[_names[at]] is not JsonObject child)
            {
                parent[_names[at]] = child = [];
            }

            parent = child;
        }

        parent[_names[^1]] = value;
    }

    /// <summary>Whether the object around it is there.</summary>
    public bool HasParent(JsonObject scope)
    {
        JsonNode? node = scope;
        for (var at = 0; at < _names.Length - 1; at++)
        {
            node = (node as JsonObject)?[_names[at]];
        }

        return node is JsonObject;
    }

    private JsonNode? Take(JsonObject parent, int at)
    {
        var name = _names[at];
        if (!parent.TryGetPropertyValue(name, out var node))
        {
            return null;
        }

        if (at == _names.Length - 1)
        {
            parent.Remove(name);
            return node;
        }

        if (node is not JsonObject child)
        {
            return null;
        }

        var before = child.Count;
        var taken = Take(child, at + 1);
        if (child.Count == 0 && before > 0)
        {
            parent.Remove(name);
        }

        return taken;
    }
}
