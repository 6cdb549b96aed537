using System.Text.Json.Nodes;
using Slipway.Machinery.Json;

namespace Slipway.Machinery.Patches;

/// <summary>JSON merge patches (RFC 7386).</summary>
public static class MergePatch
{
    /// <summary>Applies a patch.</summary>
    /// <param name="document">The document; it is changed in place.</param>
    /// <param name="patch">The members that change, null to remove; it is not changed.</param>
    /// <returns><paramref name="document"/>.</returns>
    public static JsonObject Apply(JsonObject document, JsonObject patch)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(patch);
        foreach (var (name, change) in patch)
        {
            switch (change)
            {
                case null:
                    document.Remove(name);
                    break;
                case JsonObject inner when document[name] is JsonObject existing:
                    Apply(existing, inner);
                    break;
                case JsonObject inner:
                    document[name] = Apply([], inner);
                    break;
                default:
                    document[name] = change.DeepClone();
                    break;
            }
        }

        return document;
    }

    /// <summary>
    /// The smallest patch that leads from one document to another. A member that is null counts as absent, since merge
    /// patches cannot say otherwise.
    /// </summary>
    /// <param name="before">The document to start from; it is not changed.</param>
    /// <param name="after">The document wanted; it is not changed.</param>
    /// <returns>The patch; empty where the documents do not differ.</returns>
    public static JsonObject Diff(JsonObject before, JsonObject after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var patch = new JsonObject();
        foreach (var (name, value) in before)
        {
            if (value is not null && (!after.TryGetPropertyValue(name, out var wanted) || wanted is null))
            {
                patch[name] = null;
            }
        }

        foreach (var (name, wanted) in after)
        {
            if (wanted is not null && Change(before[name], wanted) is { } change)
            {
                patch[name] = change;
            }
        }

        return patch;
    }

    private static JsonNode? Change(JsonNode? before, JsonNode after)
    {
        if (after is JsonObject wanted)
        {
            if (before is not JsonObject was)
            {
                return Apply([], wanted);
            }

            var inner = Diff(was, wanted);
            return inner.Count > 0 ? inner : null;
        }

        return JsonEquality.AreEqual(before, after) ? null : after.DeepClone();
    }
}
