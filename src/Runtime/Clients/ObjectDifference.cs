using System.Text.Json.Nodes;

namespace Slipway.Runtime.Clients;

/// <summary>Merge patches between two states of one object.</summary>
public static class ObjectDifference
{
    /// <summary>
    /// The merge patch (RFC 7386) that leads from one state of an object to another within one part, always with the
    /// resource version that was read, so that a concurrent change is a conflict.
    /// </summary>
    /// <param name="before">The object as read.</param>
    /// <param name="after">The object as wanted.</param>
    /// <param name="part">The part to compare.</param>
    /// <returns>The patch, or null where the part does not differ.</returns>
    public static JsonObject? MergePatch(JsonObject before, JsonObject after, ObjectPart part)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var patch = new JsonObject();
        foreach (var name in before.Select(p => p.Key).Union(after.Select(p => p.Key)))
        {
            if (name is "apiVersion" or "kind" || (name == "status") != (part == ObjectPart.Status))
            {
                continue;
            }

            Compare(before[name], after[name], patch, name);
        }

        if (patch.Count == 0)
        {
            return null;
        }

        if (before["metadata"]?["resourceVersion"] is { } version)
        {
            if (patch["metadata"] is not JsonObject metadata)
            {
                patch["metadata"] = metadata = [];
            }

            metadata["resourceVersion"] = version.DeepClone();
        }

        return patch;
    }

    private static void Compare(JsonNode? before, JsonNode? after, JsonObject patch, string name)
    {
        if (after is null)
        {
            if (before is not null)
            {
                patch[name] = null;
            }
        }
        else if (before is JsonObject was && after is JsonObject wanted)
        {
            var inner = new JsonObject();
            foreach (var key in was.Select(p => p.Key).Union(wanted.Select(p => p.Key)))
            {
                Compare(was[key], wanted[key], inner, key);
            }

            if (inner.Count > 0)
            {
                patch[name] = inner;
            }
        }
        else if (!JsonNode.DeepEquals(before, after))
        {
            patch[name] = after.DeepClone();
        }
    }
}
