using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Server.Objects;

namespace Slipway.Server.Verbs.Writing;

/// <summary>Which parts of a wanted object a write may change, and what follows from the change. All in the stored version.</summary>
internal static class Merge
{
    private static readonly string[] Kept =
        ["uid", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds", "generation", "namespace", "resourceVersion"];

    /// <summary>Puts the new parts of an object and its old parts together.</summary>
    /// <param name="call">The call; its subresource says which parts are new.</param>
    /// <param name="old">The present object; it is not changed.</param>
    /// <param name="value">The object wanted; it is consumed.</param>
    public static JsonObject Parts(Call call, JsonObject old, JsonObject value)
    {
        switch (call.Subresource)
        {
            case "status" or "approval":
                return Status(call, old, value);
            case "finalize":
                var finalized = (JsonObject)old.DeepClone();
                finalized["spec"] = value["spec"]?.DeepClone();
                return finalized;
            case "scale":
                return value;
        }

        if (call.Definition.Storage.HasStatus)
        {
            Move(old, value, "status");
        }

        Meta.Copy(old, value, Kept);
        return value;
    }

    /// <summary>Counts up the generation where the desired state changed.</summary>
    /// <param name="call">The call.</param>
    /// <param name="old">The object before.</param>
    /// <param name="value">The object after; its generation is set.</param>
    /// <returns>Whether it was counted up.</returns>
    public static bool CountGeneration(Call call, JsonObject old, JsonObject value)
    {
        if (!call.Definition.Traits.CountsGeneration || call.Subresource is "status" or "approval" or "finalize")
        {
            return false;
        }

        var hasStatus = call.Definition.Storage.HasStatus;
        if (SameMembers(old, value, hasStatus) && SameMembers(value, old, hasStatus))
        {
            return false;
        }

        Meta.Of(value)["generation"] = Meta.Number(old, "generation") + 1;
        return true;
    }

    /// <summary>Whether an object that is being deleted waits for nothing any more.</summary>
    /// <param name="value">The object.</param>
    public static bool IsFinished(JsonObject value)
    {
        var metadata = value["metadata"] as JsonObject;
        return metadata?["deletionTimestamp"] is not null
            && Meta.Strings(metadata, "finalizers").Count == 0
            && (Meta.String(value, "kind") != "Namespace"
                || Meta.String(value, "apiVersion") != "v1"
                || Meta.Strings(value["spec"] as JsonObject, "finalizers").Count == 0);
    }

    /// <summary>Whether two objects differ in nothing but what is not stored with them.</summary>
    /// <param name="old">One object.</param>
    /// <param name="value">The other.</param>
    public static bool SameButRevision(JsonObject old, JsonObject value)
    {
        foreach (var side in (ReadOnlySpan<JsonObject>)[old, value])
        {
            foreach (var name in (ReadOnlySpan<string>)["resourceVersion", "managedFields", "selfLink"])
            {
                Meta.Of(side).Remove(name);
            }
        }

        return JsonEquality.AreEqual(old, value);
    }

    private static JsonObject Status(Call call, JsonObject old, JsonObject value)
    {
        var merged = new JsonObject();
        foreach (var (name, member) in old)
        {
            if (name != "status")
            {
                merged[name] = member?.DeepClone();
            }
        }

        if (value["status"] is { } status)
        {
            value.Remove("status");
            merged["status"] = status;
        }

        if (call.Definition.Traits.StatusWritesMetadata && call.Subresource == "status")
        {
            Meta.Copy(value, merged, "labels", "annotations", "finalizers", "ownerReferences");
        }

        return merged;
    }

    private static void Move(JsonObject old, JsonObject value, string name)
    {
        if (old[name] is { } member)
        {
            value[name] = member.DeepClone();
        }
        else
        {
            value.Remove(name);
        }
    }

    private static bool SameMembers(JsonObject left, JsonObject right, bool hasStatus)
    {
        foreach (var (name, member) in left)
        {
            if (name is "metadata" or "apiVersion" or "kind" || (hasStatus && name == "status"))
            {
                continue;
            }

            if (!right.TryGetPropertyValue(name, out var other) || !JsonEquality.AreEqual(member, other))
            {
                return false;
            }
        }

        return true;
    }
}
