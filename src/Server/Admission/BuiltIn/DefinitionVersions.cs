using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Server.Objects;
using Slipway.Server.Resources;

namespace Slipway.Server.Admission.BuiltIn;

/// <summary>The rules for the versions of a CustomResourceDefinition.</summary>
internal static class DefinitionVersions
{
    private static readonly string[] ColumnTypes = ["integer", "number", "string", "boolean", "date"];

    /// <summary>Checks all versions.</summary>
    /// <param name="spec">The definition's spec.</param>
    /// <param name="old">The spec before; null for a new definition.</param>
    /// <param name="errors">Where faults go.</param>
    public static void Check(JsonObject spec, JsonObject? old, List<FieldError> errors)
    {
        if (spec["versions"] is not JsonArray { Count: > 0 } versions)
        {
            errors.Add(Invalid.Required("spec.versions", "must have at least one version"));
            return;
        }

        var names = new HashSet<string>();
        var storage = 0;
        for (var i = 0; i < versions.Count; i++)
        {
            var path = $"spec.versions[{i}]";
            if (versions[i] is not JsonObject version)
            {
                errors.Add(Invalid.Type(path, versions[i], "object"));
                continue;
            }

            var name = Meta.String(version, "name");
            if (Names.Fault(name, NameRule.LetterLabel) is { } fault)
            {
                errors.Add(Invalid.Value($"{path}.name", name, fault));
            }
            else if (!names.Add(name))
            {
                errors.Add(Invalid.Duplicate($"{path}.name", name));
            }

            storage += Flag(version, "storage", path, errors) ? 1 : 0;
            Flag(version, "served", path, errors);
            CheckSchema(version, Before(old, name), path, errors);
            CheckColumns(version, path, errors);
            CheckScale(version["subresources"]?["scale"] as JsonObject, $"{path}.subresources.scale", errors);
        }

        if (storage != 1)
        {
            errors.Add(Invalid.Value("spec.versions", versions.Count, "must have exactly one version marked as storage version"));
        }
    }

    private static JsonObject? Before(JsonObject? old, string name) =>
        (old?["versions"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(v => Meta.String(v, "name") == name);

    private static bool Flag(JsonObject version, string name, string path, List<FieldError> errors)
    {
        switch (version[name]?.GetValueKind())
        {
            case JsonValueKind.True:
                return true;
            case JsonValueKind.False:
                return false;
            case null:
                errors.Add(Invalid.Required($"{path}.{name}"));
                return false;
            default:
                errors.Add(Invalid.Type($"{path}.{name}", version[name], "boolean"));
                return false;
        }
    }

    private static void CheckSchema(JsonObject version, JsonObject? before, string path, List<FieldError> errors)
    {
        if (version["schema"]?["openAPIV3Schema"] is not JsonObject schema)
        {
            errors.Add(Invalid.Required($"{path}.schema.openAPIV3Schema", "schemas are required"));
            return;
        }

        if (before is null || !JsonEquality.AreEqual(before["schema"], version["schema"]))
        {
            SchemaGate.CheckStructure(schema, $"{path}.schema.openAPIV3Schema", errors);
        }
    }

    private static void CheckColumns(JsonObject version, string path, List<FieldError> errors)
    {
        var index = 0;
        foreach (var column in (version["additionalPrinterColumns"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var at = $"{path}.additionalPrinterColumns[{index++}]";
            if (Meta.String(column, "name").Length == 0)
            {
                errors.Add(Invalid.Required($"{at}.name"));
            }

            if (!ColumnTypes.Contains(Meta.String(column, "type")))
            {
                errors.Add(Invalid.Choice($"{at}.type", Meta.String(column, "type"), ColumnTypes));
            }

            CheckPath(column, "jsonPath", at, errors);
        }
    }

    private static void CheckScale(JsonObject? scale, string path, List<FieldError> errors)
    {
        if (scale is null)
        {
            return;
        }

        CheckPath(scale, "specReplicasPath", path, errors, ".spec.");
        CheckPath(scale, "statusReplicasPath", path, errors, ".status.");
        if (scale["labelSelectorPath"] is not null)
        {
            CheckPath(scale, "labelSelectorPath", path, errors);
        }
    }

    private static void CheckPath(JsonObject holder, string name, string path, List<FieldError> errors, string under = ".")
    {
        var text = Meta.String(holder, name);
        if (text.Length == 0)
        {
            errors.Add(Invalid.Required($"{path}.{name}"));
        }
        else if (!text.StartsWith(under, StringComparison.Ordinal))
        {
            errors.Add(Invalid.Value($"{path}.{name}", text, $"should be a json path under {under}"));
        }
    }
}
