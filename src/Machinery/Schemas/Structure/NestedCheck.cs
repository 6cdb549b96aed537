using Slipway.Machinery.Objects;

namespace Slipway.Machinery.Schemas.Structure;

/// <summary>The structural rules for schemas inside of combinations: they may restrict values, but not add structure.</summary>
internal static class NestedCheck
{
    /// <summary>Checks the combinations of a level.</summary>
    /// <param name="rules">The level whose combinations are checked.</param>
    /// <param name="structure">The level outside of combinations that describes the same value; null where there is none.</param>
    /// <param name="path">Where the level stands.</param>
    /// <param name="errors">Where faults go.</param>
    public static void Combinations(SchemaRules rules, SchemaRules? structure, string path, List<FieldError> errors)
    {
        foreach (var (name, list) in new[] { ("anyOf", rules.AnyOf), ("allOf", rules.AllOf), ("oneOf", rules.OneOf) })
        {
            for (var i = 0; i < list.Length; i++)
            {
                // The spelling of int-or-string as allOf of anyOf stands first and may name types.
                var typesAllowed = name == "allOf" && i == 0 && structure?.IntOrString == true;
                Visit(list[i], structure, $"{path}.{name}[{i}]", errors, typesAllowed);
            }
        }

        if (rules.Not is { } not)
        {
            Visit(not, structure, path + ".not", errors, typesAllowed: false);
        }
    }

    private static void Visit(Schema schema, SchemaRules? structure, string path, List<FieldError> errors, bool typesAllowed)
    {
        if (!StructuralCheck.TryRead(schema, path, errors, out var rules))
        {
            return;
        }

        void Forbid(bool broken, string keyword, string rule)
        {
            if (broken)
            {
                errors.Add(new FieldError("FieldValueForbidden", $"{path}.{keyword}", $"Forbidden: {rule}"));
            }
        }

        Forbid(rules.TypeName.Length > 0 && !typesAllowed, "type", "must be empty to be structural");
        Forbid(rules.HasAdditional, "additionalProperties", "must be undefined to be structural");
        Forbid(rules.Default is not null, "default", "must be undefined to be structural");
        Forbid(rules.Others?.Contains("title") == true, "title", "must be empty to be structural");
        Forbid(rules.HasDescription, "description", "must be empty to be structural");
        Forbid(rules.Nullable, "nullable", "must be false to be structural");
        Forbid(rules.Others?.Contains("externalDocs") == true, "externalDocs", "must be undefined to be structural");
        Forbid(rules.PreserveUnknown, "x-kubernetes-preserve-unknown-fields", "must be false to be structural");
        Forbid(rules.EmbeddedResource, "x-kubernetes-embedded-resource", "must be false to be structural");
        Forbid(rules.IntOrString, "x-kubernetes-int-or-string", "must be false to be structural");
        Forbid(rules.ListMapKeys.Length > 0, "x-kubernetes-list-map-keys", "must be empty to be structural");
        Forbid(rules.ListType is not null, "x-kubernetes-list-type", "must be undefined to be structural");
        Forbid(rules.MapType is not null, "x-kubernetes-map-type", "must be undefined to be structural");
        Forbid(rules.Validations.Length > 0, "x-kubernetes-validations", "must be empty to be structural");
        Forbid(rules.Properties?.ContainsKey("metadata") == true, "properties[metadata]", "must not be specified in a nested context");
        StructuralCheck.Patterns(rules, path, errors);
        Children(rules, structure, path, errors);
        foreach (var alternative in typesAllowed ? rules.AnyOf : [])
        {
            StructuralCheck.TryRead(alternative, path + ".anyOf", errors, out _);
        }

        if (!typesAllowed)
        {
            Combinations(rules, structure, path, errors);
        }
    }

    private static void Children(SchemaRules rules, SchemaRules? structure, string path, List<FieldError> errors)
    {
        foreach (var (name, property) in rules.Properties ?? [])
        {
            var outside = structure?.Properties?.GetValueOrDefault(name);
            if (outside is null && structure is not null)
            {
                errors.Add(new FieldError("FieldValueRequired", $"{Outside(path)}.properties[{name}]", $"Required value: because it is defined in {path}.properties[{name}]"));
            }

            Visit(property, outside?.Rules, $"{path}.properties[{name}]", errors, typesAllowed: false);
        }

        if (rules.Items is { } items)
        {
            if (structure is { Items: null })
            {
                errors.Add(new FieldError("FieldValueRequired", Outside(path) + ".items", $"Required value: because it is defined in {path}.items"));
            }

            Visit(items, structure?.Items?.Rules, path + ".items", errors, typesAllowed: false);
        }
    }

    // The place outside of the outermost combination.
    private static string Outside(string path)
    {
        var at = new[] { ".anyOf[", ".allOf[", ".oneOf[", ".not" }.Select(k => path.IndexOf(k, StringComparison.Ordinal)).Where(i => i >= 0).DefaultIfEmpty(path.Length).Min();
        return path[..at];
    }
}
