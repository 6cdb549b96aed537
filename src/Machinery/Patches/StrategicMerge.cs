using System.Text.Json.Nodes;
using Slipway.Machinery.Json;

namespace Slipway.Machinery.Patches;

/// <summary>
/// Kubernetes' strategic merge patches: merge patches that merge lists by a key and take directives
/// (<c>$patch</c>, <c>$deleteFromPrimitiveList/x</c>, <c>$setElementOrder/x</c>, <c>$retainKeys</c>).
/// </summary>
public static class StrategicMerge
{
    /// <summary>Applies a patch.</summary>
    /// <param name="document">The document; it is changed in place and must not be used after a failure.</param>
    /// <param name="patch">The patch; it is not changed.</param>
    /// <param name="keys">Which lists are merged by which key.</param>
    /// <returns>The patched document, which is <paramref name="document"/>.</returns>
    /// <exception cref="PatchException">A directive is malformed, or an item of a merged list lacks its key.</exception>
    public static JsonObject Apply(JsonObject document, JsonObject patch, MergeKeys keys)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(patch);
        ArgumentNullException.ThrowIfNull(keys);
        MergeMap(document, patch, keys, "");
        return document;
    }

    private static void MergeMap(JsonObject target, JsonObject patch, MergeKeys keys, string path)
    {
        switch (StrategicDirectives.Of(patch, path))
        {
            case "replace":
                target.Clear();
                foreach (var (name, value) in patch)
                {
                    if (name != StrategicDirectives.Patch)
                    {
                        target[name] = value?.DeepClone();
                    }
                }

                return;
            case "delete":
                target.Clear();
                return;
        }

        StrategicDirectives.RetainKeys(target, patch, path);
        foreach (var (name, change) in patch)
        {
            if (name[..Math.Min(1, name.Length)] == "$" && Directive(target, patch, name, change, path))
            {
                continue;
            }

            MergeMember(target, patch, (name, change), keys, path.Length == 0 ? name : $"{path}.{name}");
        }
    }

    private static bool Directive(JsonObject target, JsonObject patch, string name, JsonNode? change, string path)
    {
        if (name is StrategicDirectives.Patch or StrategicDirectives.Retain)
        {
            return true;
        }

        if (StrategicDirectives.FieldOf(name, StrategicDirectives.DeleteFrom) is { } field)
        {
            StrategicDirectives.DeleteFromList(target, field, change, path);
            return true;
        }

        if (StrategicDirectives.FieldOf(name, StrategicDirectives.Order) is { } ordered)
        {
            // Where the list itself is patched, its order is applied with it; here only the order was sent.
            if (!patch.ContainsKey(ordered) && target[ordered] is JsonArray list && change is JsonArray order)
            {
                target[ordered] = StrategicOrder.Arrange(list, list, order, keyed: order.Any(o => o is JsonObject));
            }

            return true;
        }

        return false;
    }

    private static void MergeMember(JsonObject target, JsonObject patch, (string Name, JsonNode? Change) member, MergeKeys keys, string path)
    {
        var (name, change) = member;
        switch (change)
        {
            case null:
                target.Remove(name);
                break;
            case JsonObject map:
                if (target[name] is not JsonObject existing)
                {
                    existing = [];
                    if (StrategicDirectives.Of(map, path) != "delete")
                    {
                        target[name] = existing;
                    }
                }

                MergeMap(existing, map, keys, path);
                break;
            case JsonArray list when keys.Of(path) is { } key:
                var order = patch[$"{StrategicDirectives.Order}{name}"] as JsonArray;
                target[name] = MergeList(target[name] as JsonArray ?? [], list, new ListRule(key, order, keys, path));
                break;
            default:
                target[name] = change.DeepClone();
                break;
        }
    }

    private static JsonArray MergeList(JsonArray target, JsonArray patch, ListRule rule)
    {
        if (rule.Key.Length > 0 && patch.Any(i => i is JsonObject map && StrategicDirectives.Of(map, rule.Path) == "replace"))
        {
            return [.. patch.Where(i => i is not JsonObject map || StrategicDirectives.Of(map, rule.Path) is null).Select(i => i?.DeepClone())];
        }

        var merged = new JsonArray([.. target.Select(i => i?.DeepClone())]);
        foreach (var item in patch)
        {
            if (rule.Key.Length == 0)
            {
                if (!merged.Contains(item, JsonEquality.Comparer))
                {
                    merged.Add(item?.DeepClone());
                }
            }
            else
            {
                MergeItem(merged, item as JsonObject ?? throw Malformed(rule.Path, "an item of a list that is merged by key is not an object"), rule);
            }
        }

        return rule.Order is null ? merged : StrategicOrder.Arrange(merged, target, rule.Order, rule.Key.Length > 0);
    }

    private static void MergeItem(JsonArray merged, JsonObject item, ListRule rule)
    {
        if (!item.TryGetPropertyValue(rule.Key, out var key) || key is null)
        {
            throw Malformed(rule.Path, $"map: {item.ToJsonString()} does not contain declared merge key: {rule.Key}");
        }

        var at = IndexOf(merged, rule.Key, key);
        switch (StrategicDirectives.Of(item, rule.Path))
        {
            case "delete":
                for (; at >= 0; at = IndexOf(merged, rule.Key, key))
                {
                    merged.RemoveAt(at);
                }

                break;
            default:
                if (at < 0)
                {
                    merged.Add((JsonNode)new JsonObject());
                    at = merged.Count - 1;
                }

                if (merged[at] is JsonObject existing)
                {
                    MergeMap(existing, item, rule.Keys, rule.Path);
                }

                break;
        }
    }

    private static int IndexOf(JsonArray list, string name, JsonNode key)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is JsonObject map && JsonEquality.AreEqual(map[name], key))
            {
                return i;
            }
        }

        return -1;
    }

    private static PatchException Malformed(string path, string message) => new(PatchFault.Malformed, path, $"{path}: {message}");

    private sealed record ListRule(string Key, JsonArray? Order, MergeKeys Keys, string Path);
}
