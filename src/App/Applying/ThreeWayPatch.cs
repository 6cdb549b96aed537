using System.Text.Json.Nodes;

namespace Slipway.App.Applying;

/// <summary>What kubectl's client-side apply does: from what was applied last, what is there, and what is wanted, to a merge patch. Pure.</summary>
internal static class ThreeWayPatch
{
    /// <summary>The annotation in which kubectl and this program remember what was applied.</summary>
    public const string Annotation = "kubectl.kubernetes.io/last-applied-configuration";

    /// <summary>Writes what is wanted into the annotation of what is sent.</summary>
    /// <param name="wanted">The object of the file; not changed.</param>
    /// <returns>A copy with the annotation.</returns>
    public static JsonObject Remember(JsonObject wanted)
    {
        var remembered = wanted.DeepClone().AsObject();
        (remembered["metadata"]?["annotations"] as JsonObject)?.Remove(Annotation);
        var sent = remembered.DeepClone().AsObject();
        var metadata = sent["metadata"]!.AsObject();
        if (metadata["annotations"] is not JsonObject annotations)
        {
            metadata["annotations"] = annotations = [];
        }

        annotations[Annotation] = remembered.ToJsonString() + "\n";
        return sent;
    }

    /// <summary>The patch that leads from what is there to what is wanted.</summary>
    /// <param name="current">What the server has.</param>
    /// <param name="sent">What is wanted, with its annotation (<see cref="Remember"/>).</param>
    /// <returns>The merge patch; null where nothing is to be changed.</returns>
    public static JsonObject? Between(JsonObject current, JsonObject sent)
    {
        var last = current["metadata"]?["annotations"]?[Annotation] is JsonValue value && value.TryGetValue(out string? text)
            ? JsonNode.Parse(text) as JsonObject
            : null;
        var patch = new JsonObject();
        Compare(current, last, sent, patch);
        foreach (var name in (string[])["apiVersion", "kind", "status"])
        {
            patch.Remove(name);
        }

        // Where only the memory differs and there was one, the spelling changed and not the object.
        return patch.Count == 0 || (last is not null && OnlyAnnotation(patch)) ? null : patch;
    }

    private static void Compare(JsonObject current, JsonObject? last, JsonObject wanted, JsonObject patch)
    {
        foreach (var (name, want) in wanted)
        {
            if (want is null)
            {
                // A null in a file says "not set": it neither adds nor takes away.
                continue;
            }

            if (want is JsonObject wantObject && current[name] is JsonObject haveObject)
            {
                var inner = new JsonObject();
                Compare(haveObject, last?[name] as JsonObject, wantObject, inner);
                if (inner.Count > 0)
                {
                    patch[name] = inner;
                }
            }
            else if (!JsonNode.DeepEquals(current[name], want))
            {
                patch[name] = want.DeepClone();
            }
        }

        foreach (var (name, _) in last ?? [])
        {
            if (!wanted.ContainsKey(name) && current.ContainsKey(name))
            {
                patch[name] = null;
            }
        }
    }

    private static bool OnlyAnnotation(JsonObject patch) =>
        patch is { Count: 1 } && patch["metadata"] is JsonObject { Count: 1 } metadata
            && metadata["annotations"] is JsonObject { Count: 1 } annotations && annotations.ContainsKey(Annotation);
}
