using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Server.Objects;
using Slipway.Server.Resources;

namespace Slipway.Server.Admission;

/// <summary>The rules for the metadata of every object.</summary>
internal static class MetadataRules
{
    private const int LargestAnnotations = 256 * 1024;

    private static readonly HashSet<string> Strings =
        ["name", "generateName", "namespace", "selfLink", "uid", "resourceVersion", "creationTimestamp", "deletionTimestamp"];

    /// <summary>
    /// Brings the metadata of a body into shape: members that do not exist are taken out and noted, members without value
    /// as well.
    /// </summary>
    /// <param name="value">The object.</param>
    /// <param name="findings">Where unknown members are noted.</param>
    /// <returns>The first member of a wrong type as a sentence, or null.</returns>
    public static string? Shape(JsonObject value, Findings findings)
    {
        var node = value["metadata"];
        if (node is null)
        {
            value["metadata"] = new JsonObject();
            return null;
        }

        if (node is not JsonObject metadata)
        {
            return $"metadata must be an object, not {Meta.KindOf(node)}";
        }

        List<string>? superfluous = null;
        foreach (var (name, member) in metadata)
        {
            if (member is null)
            {
                (superfluous ??= []).Add(name);
            }
            else if (Fault(name, member, findings, out var unknown) is { } fault)
            {
                return fault;
            }
            else if (unknown)
            {
                (superfluous ??= []).Add(name);
            }
        }

        superfluous?.ForEach(name => metadata.Remove(name));
        return null;
    }

    /// <summary>Checks the metadata of an object that is about to be stored.</summary>
    /// <param name="value">The object.</param>
    /// <param name="definition">Its kind.</param>
    /// <param name="errors">Where faults go.</param>
    public static void Check(JsonObject value, ResourceDefinition definition, ICollection<FieldError> errors)
    {
        var metadata = Meta.Of(value);
        CheckName(metadata, definition, errors);
        CheckLabels(metadata, errors);
        CheckAnnotations(metadata, errors);
        foreach (var finalizer in Meta.Strings(metadata, "finalizers"))
        {
            if (Names.KeyFault(finalizer) is { } fault)
            {
                errors.Add(Invalid.Value("metadata.finalizers", finalizer, fault));
            }
        }

        CheckOwners(metadata, errors);
    }

    /// <summary>Checks that no finalizer comes to an object that is being deleted.</summary>
    /// <param name="old">The object before.</param>
    /// <param name="value">The object after.</param>
    /// <param name="errors">Where faults go.</param>
    public static void CheckNoNewFinalizers(JsonObject old, JsonObject value, ICollection<FieldError> errors)
    {
        if (Meta.Text(old, "deletionTimestamp").Length == 0)
        {
            return;
        }

        var before = Meta.Strings(old["metadata"] as JsonObject, "finalizers");
        var added = Meta.Strings(value["metadata"] as JsonObject, "finalizers").Where(f => !before.Contains(f)).ToList();
        if (added.Count > 0)
        {
            errors.Add(Invalid.Forbidden(
                "metadata.finalizers",
                $"no new finalizers can be added if the object is being deleted, found new finalizers [{string.Join(", ", added.Select(f => $"\"{f}\""))}]"));
        }
    }

    private static string? Fault(string name, JsonNode member, Findings findings, out bool unknown)
    {
        unknown = false;
        if (Strings.Contains(name))
        {
            return member.GetValueKind() == JsonValueKind.String ? null : $"metadata.{name} must be a string, not {Meta.KindOf(member)}";
        }

        switch (name)
        {
            case "labels" or "annotations":
                return MapFault(name, member);
            case "finalizers":
                return member is JsonArray list && list.All(i => i?.GetValueKind() == JsonValueKind.String) ? null : "metadata.finalizers must be a list of strings";
            case "ownerReferences":
                return OwnersFault(member, findings);
            case "managedFields":
                return member is JsonArray ? null : $"metadata.managedFields must be a list, not {Meta.KindOf(member)}";
            case "generation" or "deletionGracePeriodSeconds":
                return member.GetValueKind() == JsonValueKind.Number ? null : $"metadata.{name} must be a number, not {Meta.KindOf(member)}";
            default:
                unknown = true;
                findings.Unknown($"metadata.{name}");
                return null;
        }
    }

    private static string? MapFault(string name, JsonNode member)
    {
        if (member is not JsonObject map)
        {
            return $"metadata.{name} must be a map of strings, not {Meta.KindOf(member)}";
        }

        foreach (var (key, value) in map)
        {
            if (value?.GetValueKind() != JsonValueKind.String)
            {
                return $"metadata.{name}[\"{key}\"] must be a string, not {Meta.KindOf(value)}: put the value in quotes";
            }
        }

        return null;
    }

    private static string? OwnersFault(JsonNode member, Findings findings)
    {
        if (member is not JsonArray owners)
        {
            return $"metadata.ownerReferences must be a list, not {Meta.KindOf(member)}";
        }

        for (var i = 0; i < owners.Count; i++)
        {
            if (owners[i] is not JsonObject owner)
            {
                return $"metadata.ownerReferences[{i}] must be an object, not {Meta.KindOf(owners[i])}";
            }

            if (IsRepeated(owners, i))
            {
                findings.Warn($".metadata.ownerReferences contains duplicate entries; only the first of those with UID \"{Meta.String(owner, "uid")}\" is kept");
                owners.RemoveAt(i--);
                continue;
            }

            foreach (var (name, value) in owner)
            {
                var expected = name switch
                {
                    "apiVersion" or "kind" or "name" or "uid" => "string",
                    "controller" or "blockOwnerDeletion" => "boolean",
                    _ => "",
                };
                if (expected.Length == 0)
                {
                    findings.Unknown($"metadata.ownerReferences[{i}].{name}");
                }
                else if (value is not null && Meta.KindOf(value) != expected)
                {
                    return $"metadata.ownerReferences[{i}].{name} must be a {expected}, not {Meta.KindOf(value)}";
                }
            }
        }

        return null;
    }

    private static bool IsRepeated(JsonArray owners, int at)
    {
        for (var i = 0; i < at; i++)
        {
            if (JsonEquality.AreEqual(owners[i], owners[at]))
            {
                return true;
            }
        }

        return false;
    }

    private static void CheckName(JsonObject metadata, ResourceDefinition definition, ICollection<FieldError> errors)
    {
        var name = Meta.String(metadata, "name");
        if (name.Length == 0)
        {
            errors.Add(Invalid.Required("metadata.name", "name or generateName is required"));
        }
        else if (Names.Fault(name, definition.Traits.Names) is { } fault)
        {
            errors.Add(Invalid.Value("metadata.name", name, fault));
        }
    }

    private static void CheckLabels(JsonObject metadata, ICollection<FieldError> errors)
    {
        foreach (var (key, value) in (metadata["labels"] as JsonObject).Members())
        {
            if (Names.KeyFault(key) is { } keyFault)
            {
                errors.Add(Invalid.Value("metadata.labels", key, keyFault));
            }

            var text = value!.GetValue<string>();
            if (Names.ValueFault(text) is { } fault)
            {
                errors.Add(Invalid.Value("metadata.labels", text, fault));
            }
        }
    }

    private static void CheckAnnotations(JsonObject metadata, ICollection<FieldError> errors)
    {
        var total = 0L;
        foreach (var (key, value) in (metadata["annotations"] as JsonObject).Members())
        {
            if (Names.KeyFault(key.ToLowerInvariant()) is { } fault)
            {
                errors.Add(Invalid.Value("metadata.annotations", key, fault));
            }

            total += Encoding.UTF8.GetByteCount(key) + Encoding.UTF8.GetByteCount(value!.GetValue<string>());
        }

        if (total > LargestAnnotations)
        {
            errors.Add(Invalid.TooLong("metadata.annotations", LargestAnnotations));
        }
    }

    private static void CheckOwners(JsonObject metadata, ICollection<FieldError> errors)
    {
        if (metadata["ownerReferences"] is not JsonArray owners)
        {
            return;
        }

        var controllers = 0;
        for (var i = 0; i < owners.Count; i++)
        {
            var owner = (JsonObject)owners[i]!;
            var path = $"metadata.ownerReferences[{i}]";
            var apiVersion = Meta.String(owner, "apiVersion");
            if (apiVersion.Length == 0)
            {
                errors.Add(Invalid.Value($"{path}.apiVersion", apiVersion, "version must not be empty"));
            }

            foreach (var required in (ReadOnlySpan<string>)["kind", "name", "uid"])
            {
                if (Meta.String(owner, required).Length == 0)
                {
                    errors.Add(Invalid.Value($"{path}.{required}", "", "must not be empty"));
                }
            }

            controllers += owner["controller"]?.GetValueKind() == JsonValueKind.True ? 1 : 0;
        }

        if (controllers > 1)
        {
            errors.Add(Invalid.Value("metadata.ownerReferences", owners, "Only one reference can have Controller set to true"));
        }
    }
}
