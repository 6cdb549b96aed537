using System.Text.Json.Nodes;
using Slipway.Machinery.Json;

namespace Slipway.Machinery.Patches;

/// <summary>The directives that a strategic merge patch may carry beside fields.</summary>
internal static class StrategicDirectives
{
    /// <summary>What to do with the object that carries it.</summary>
    public const string Patch = "$patch";

    /// <summary>The only members that may stay.</summary>
    public const string Retain = "$retainKeys";

    /// <summary>Scalars to take out of a list.</summary>
    public const string DeleteFrom = "$deleteFromPrimitiveList/";

    /// <summary>The order of a list's items.</summary>
    public const string Order = "$setElementOrder/";

    /// <summary>The object's <c>$patch</c>: replace, delete or null (also for merge).</summary>
    public static string? Of(JsonObject patch, string path)
    {
        if (!patch.TryGetPropertyValue(Patch, out var node))
        {
            return null;
        }

        return node is JsonValue value && value.TryGetValue(out string? directive) && directive is "replace" or "delete" or "merge"
            ? directive == "merge" ? null : directive
            : throw new PatchException(PatchFault.Malformed, path, $"Unknown patch type found at \"{path}\": {node?.ToJsonString() ?? "null"}: use replace, merge or delete");
    }

    /// <summary>The field that a directive of one prefix is about, or null.</summary>
    public static string? FieldOf(string name, string prefix) => name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..] : null;

    /// <summary>Removes the members that a <c>$retainKeys</c> does not name.</summary>
    public static void RetainKeys(JsonObject target, JsonObject patch, string path)
    {
        if (!patch.TryGetPropertyValue(Retain, out var node))
        {
            return;
        }

        var kept = new HashSet<string>();
        foreach (var item in node as JsonArray ?? throw Malformed(path, Retain, "a list of strings"))
        {
            kept.Add(item is JsonValue value && value.TryGetValue(out string? name) ? name : throw Malformed(path, Retain, "a list of strings"));
        }

        foreach (var (name, _) in patch)
        {
            if (!kept.Contains(name) && !name.StartsWith('$'))
            {
                throw new PatchException(PatchFault.Malformed, path, $"{path}: the {Retain} directive does not name the field {name} that the patch sets");
            }
        }

        foreach (var name in target.Select(p => p.Key).Where(n => !kept.Contains(n)).ToList())
        {
            target.Remove(name);
        }
    }

    /// <summary>Takes scalars out of a list.</summary>
    public static void DeleteFromList(JsonObject target, string field, JsonNode? values, string path)
    {
        if (values is not JsonArray gone)
        {
            throw Malformed(path, DeleteFrom + field, "a list");
        }

        if (target[field] is JsonArray list)
        {
            for (var i = list.Count - 1; i >= 0; i--)
            {
                if (gone.Contains(list[i], JsonEquality.Comparer))
                {
                    list.RemoveAt(i);
                }
            }
        }
    }

    private static PatchException Malformed(string path, string directive, string wanted) =>
        new(PatchFault.Malformed, path, $"{path}: the directive {directive} must be {wanted}");
}
