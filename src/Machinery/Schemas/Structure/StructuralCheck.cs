using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Machinery.Schemas.Structure;

/// <summary>
/// Whether a schema is structural: every field has a type outside of the combinations, and what else the Kubernetes API
/// asks of the schemas of CustomResourceDefinitions. Reads every level: meant for writes of definitions.
/// </summary>
public static class StructuralCheck
{
    private enum Level
    {
        Root,
        Item,
        Field,
    }

    /// <summary>Checks a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="path">Where it stands, for example <c>spec.versions[0].schema.openAPIV3Schema</c>.</param>
    /// <returns>What is wrong, ordered by path; empty where nothing is.</returns>
    public static IReadOnlyList<FieldError> Check(Schema schema, string path)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var errors = new List<FieldError>();
        var costs = new RuleCosts();
        Visit(schema, Level.Root, new RuleScope(path, null, 1, costs, errors));
        costs.CheckTotal(path, errors);
        return [.. errors.OrderBy(e => e.ToString(), StringComparer.Ordinal)];
    }

    private static void Visit(Schema schema, Level level, RuleScope scope)
    {
        var (path, errors) = (scope.Path, scope.Errors);
        if (!TryRead(schema, path, errors, out var rules))
        {
            return;
        }

        Shape(rules, level, path, errors);
        Lists(rules, path, errors);
        Patterns(rules, path, errors);
        DefaultValue(schema, rules, path, errors);
        if (CanBeRead(schema))
        {
            RuleCheck.Check(schema, level == Level.Root || rules.EmbeddedResource, scope);
        }

        if (level == Level.Root || rules.EmbeddedResource)
        {
            Resource(rules, level, path, errors);
        }

        NestedCheck.Combinations(rules, rules, path, errors);
        if (rules.Items is { } items)
        {
            var lost = rules.ListType == ListType.Map ? null : path;
            Visit(items, Level.Item, scope with { Path = path + ".items", Uncorrelatable = scope.Uncorrelatable ?? lost, Cardinality = Times(scope.Cardinality, rules.MaxItems) });
        }

        var atomic = rules.MapType == "atomic" ? path : null;
        foreach (var (name, property) in rules.Properties ?? [])
        {
            Visit(property, Level.Field, scope with { Path = $"{path}.properties[{name}]", Uncorrelatable = scope.Uncorrelatable ?? atomic });
        }

        if (rules.Additional is { } additional)
        {
            Visit(additional, Level.Field, scope with { Path = path + ".additionalProperties", Uncorrelatable = scope.Uncorrelatable ?? atomic, Cardinality = Times(scope.Cardinality, rules.MaxProperties) });
        }
    }

    private static ulong? Times(ulong? cardinality, long? most) =>
        cardinality is { } so && most is { } limit ? (UInt128)so * (ulong)Math.Max(0, limit) is var product && product > ulong.MaxValue ? ulong.MaxValue : (ulong)product : null;

    /// <summary>Whether every level below can be read: rules see them all. Why one cannot is told where it stands.</summary>
    private static bool CanBeRead(Schema schema)
    {
        try
        {
            return schema.Rules is var rules
                && (rules.Items is not { } items || CanBeRead(items))
                && (rules.Additional is not { } additional || CanBeRead(additional))
                && (rules.Properties?.Values.All(CanBeRead) ?? true);
        }
        catch (SchemaException)
        {
            // Reported where the level itself is visited.
            return false;
        }
    }

    /// <summary>Reads a level, or reports why it cannot be read.</summary>
    internal static bool TryRead(Schema schema, string path, List<FieldError> errors, out SchemaRules rules)
    {
        try
        {
            rules = schema.Rules;
            return true;
        }
        catch (SchemaException e)
        {
            errors.Add(new FieldError("FieldValueInvalid", path, $"Invalid value: {e.Message}"));
            rules = new SchemaRules();
            return false;
        }
    }

    /// <summary>Checks a level's pattern.</summary>
    internal static void Patterns(SchemaRules rules, string path, List<FieldError> errors)
    {
        try
        {
            _ = rules.Matcher;
        }
        catch (FormatException e)
        {
            errors.Add(Invalid(path + ".pattern", GoText.Quote(rules.Pattern!), $"must be a valid regular expression, but isn't: {e.Message}"));
        }
    }

    private static void Shape(SchemaRules rules, Level level, string path, List<FieldError> errors)
    {
        if (rules.Type == SchemaType.Array && rules.Items is null)
        {
            errors.Add(Required(path + ".items", "must be specified"));
        }

        if (rules.HasAdditional && level == Level.Root)
        {
            errors.Add(Forbidden(path + ".additionalProperties", "must not be used at the root"));
        }

        if (rules.HasAdditional && rules.Properties is { Count: > 0 })
        {
            errors.Add(Forbidden(path + ".additionalProperties", "additionalProperties and properties are mutual exclusive"));
        }
        else if (rules.HasAdditional && rules.Additional is null && !rules.AnyAdditional)
        {
            errors.Add(Forbidden(path + ".additionalProperties", "additionalProperties cannot be set to false"));
        }

        if (rules.DeniesUnknown)
        {
            errors.Add(Invalid(path + ".x-kubernetes-preserve-unknown-fields", "false", "must be true or undefined"));
        }

        if (rules.IntOrString && rules.PreserveUnknown)
        {
            errors.Add(Invalid(path + ".x-kubernetes-preserve-unknown-fields", "true", "must be false if x-kubernetes-int-or-string is true"));
        }

        if (rules.IntOrString && rules.EmbeddedResource)
        {
            errors.Add(Invalid(path + ".x-kubernetes-embedded-resource", "true", "must be false if x-kubernetes-int-or-string is true"));
        }

        if (rules.UniqueItems)
        {
            errors.Add(Forbidden(path + ".uniqueItems", "uniqueItems cannot be set to true since the runtime complexity becomes quadratic"));
        }

        if (rules.Others?.Overlaps(["$ref", "definitions", "dependencies", "patternProperties", "id", "additionalItems", "$schema"]) == true)
        {
            foreach (var name in rules.Others.Intersect(["$ref", "definitions", "dependencies", "patternProperties", "id", "additionalItems", "$schema"], StringComparer.Ordinal))
            {
                errors.Add(Forbidden($"{path}.{name}", $"{name} is not supported"));
            }
        }

        Types(rules, level, path, errors);
    }

    private static void Types(SchemaRules rules, Level level, string path, List<FieldError> errors)
    {
        if (rules.EmbeddedResource && rules.Type != SchemaType.Object)
        {
            const string Why = "must be object if x-kubernetes-embedded-resource is true";
            errors.Add(rules.Type == SchemaType.Any ? Required(path + ".type", Why) : Invalid(path + ".type", GoText.Quote(rules.TypeName), Why));
        }
        else if (rules.Type == SchemaType.Any && !rules.IntOrString && !rules.PreserveUnknown)
        {
            errors.Add(Required(path + ".type", level switch
            {
                Level.Root => "must not be empty at the root",
                Level.Item => "must not be empty for specified array items",
                _ => "must not be empty for specified object fields",
            }));
        }
        else if (level == Level.Root && rules.Type is not (SchemaType.Object or SchemaType.Any))
        {
            errors.Add(Invalid(path + ".type", GoText.Quote(rules.TypeName), "must be object at the root"));
        }

        if (rules.EmbeddedResource && rules.HasAdditional)
        {
            errors.Add(Forbidden(path + ".additionalProperties", "must not be used if x-kubernetes-embedded-resource is set"));
        }

        if (rules.EmbeddedResource && !rules.PreserveUnknown && rules.Properties is not { Count: > 0 })
        {
            errors.Add(Required(path + ".properties", "must not be empty if x-kubernetes-embedded-resource is true without x-kubernetes-preserve-unknown-fields"));
        }
    }

    private static void Resource(SchemaRules rules, Level level, string path, List<FieldError> errors)
    {
        foreach (var (name, property) in rules.Properties ?? [])
        {
            var at = $"{path}.properties[{name}]";
            if (name is "kind" or "apiVersion" && TryRead(property, at, errors, out var text) && text.Type != SchemaType.String)
            {
                errors.Add(Invalid(at + ".type", GoText.Quote(text.TypeName), "must be string"));
            }

            if (name != "metadata" || !TryRead(property, at, errors, out var metadata))
            {
                continue;
            }

            if (metadata.Type != SchemaType.Object)
            {
                errors.Add(Invalid(at + ".type", GoText.Quote(metadata.TypeName), "must be object"));
            }

            if (level == Level.Root
                && (metadata.Properties?.Keys.Any(k => k is not ("name" or "generateName")) == true || metadata.HasAdditional || metadata.PreserveUnknown || metadata.Nullable))
            {
                errors.Add(Forbidden(at, "must not specify anything other than name and generateName, but metadata is implicitly specified"));
            }
        }
    }

    private static void Lists(SchemaRules rules, string path, List<FieldError> errors)
    {
        if (rules.ListType is not null && rules.Type != SchemaType.Array)
        {
            errors.Add(rules.Type == SchemaType.Any
                ? Required(path + ".type", "must be array if x-kubernetes-list-type is specified")
                : Invalid(path + ".type", GoText.Quote(rules.TypeName), "must be array if x-kubernetes-list-type is specified"));
        }

        if (rules.MapType is not null && rules.Type != SchemaType.Object)
        {
            errors.Add(Invalid(path + ".type", GoText.Quote(rules.TypeName), "must be object if x-kubernetes-map-type is specified"));
        }

        if (rules.MapType is not (null or "atomic" or "granular"))
        {
            errors.Add(new FieldError("FieldValueNotSupported", path + ".x-kubernetes-map-type", $"Unsupported value: {GoText.Quote(rules.MapType)}: supported values: \"atomic\", \"granular\""));
        }

        if (rules.ListType == ListType.Map && rules.ListMapKeys.Length == 0)
        {
            errors.Add(Required(path + ".x-kubernetes-list-map-keys", "must not be empty if x-kubernetes-list-type is map"));
        }

        if (rules.ListType != ListType.Map && rules.ListMapKeys.Length > 0)
        {
            errors.Add(Forbidden(path + ".x-kubernetes-list-type", "must be map if x-kubernetes-list-map-keys is non-empty"));
        }

        if (rules.ListType == ListType.Map && rules.Items is { } items && TryRead(items, path + ".items", errors, out var item))
        {
            foreach (var key in rules.ListMapKeys)
            {
                if (item.Properties?.TryGetValue(key, out var property) != true || !TryRead(property!, path, errors, out var keyed))
                {
                    errors.Add(Invalid(path + ".x-kubernetes-list-map-keys", GoText.Quote(key), "entries must all be names of item properties"));
                }
                else if (keyed.Type is SchemaType.Array or SchemaType.Object)
                {
                    errors.Add(Invalid($"{path}.items.properties[{key}].type", GoText.Quote(keyed.TypeName), "must be a scalar type if parent array's x-kubernetes-list-type is map"));
                }
                else if (!item.Required.Contains(key) && keyed.Default is null)
                {
                    errors.Add(Required($"{path}.items.properties[{key}].default", "this property is in x-kubernetes-list-map-keys, so it must have a default or be a required property"));
                }
            }
        }
    }

    private static void DefaultValue(Schema schema, SchemaRules rules, string path, List<FieldError> errors)
    {
        if (rules.Default is null)
        {
            return;
        }

        var run = new ValidationRun();
        Validator.Check(rules.Default, schema, run, old: null);
        errors.AddRange(run.Errors.Select(e => e with { Field = e.Field == "<nil>" ? path + ".default" : $"{path}.default.{e.Field}" }));
    }

    private static FieldError Required(string path, string why) => new("FieldValueRequired", path, $"Required value: {why}");

    private static FieldError Forbidden(string path, string why) => new("FieldValueForbidden", path, $"Forbidden: {why}");

    private static FieldError Invalid(string path, string value, string why) => new("FieldValueInvalid", path, $"Invalid value: {value}: {why}");
}
