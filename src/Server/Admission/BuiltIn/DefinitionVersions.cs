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
    private static readonly string[] NotAtRoot = ["allOf", "anyOf", "oneOf", "not", "additionalProperties", "enum", "default", "nullable", "format", "x-kubernetes-int-or-string", "x-kubernetes-embedded-resource"];


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
            DefinitionColumns.Check(version, path, errors);
            CheckDeprecation(version, path, errors);
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

        if (version["subresources"]?["status"] is not null && NotAtRoot.FirstOrDefault(k => schema[k] is not null) is { } keyword)
        {
            errors.Add(Invalid.Forbidden($"{path}.schema.openAPIV3Schema.{keyword}", "is not allowed at the root of the schema if the status subresource is enabled"));
        }

        if (before is null || !JsonEquality.AreEqual(before["schema"], version["schema"]))
        {
            SchemaGate.CheckStructure(schema, $"{path}.schema.openAPIV3Schema", errors);
        }
    }

    private static void CheckDeprecation(JsonObject version, string path, List<FieldError> errors)
    {
        if (version["deprecationWarning"] is null)
        {
            return;
        }

        var warning = Meta.String(version, "deprecationWarning");
        if (version["deprecated"]?.GetValueKind() != JsonValueKind.True)
        {
            errors.Add(Invalid.Value($"{path}.deprecationWarning", warning, "can only be set for deprecated versions"));
        }
        else if (warning.Length == 0)
        {
            errors.Add(Invalid.Value($"{path}.deprecationWarning", warning, "must not be empty"));
        }
        else if (warning.Length > 256)
        {
            errors.Add(Invalid.Value($"{path}.deprecationWarning", warning, "must be <= 256 UTF-8 code points"));
        }
        else if (warning.Any(char.IsControl))
        {
            errors.Add(Invalid.Value($"{path}.deprecationWarning", warning, "must only contain printable UTF-8 characters; non-printable character found"));
        }
    }
}
