using System.Text.Json.Nodes;
using Slipway.Machinery.Objects;
using Slipway.Machinery.Schemas;
using Slipway.Server.Objects;

namespace Slipway.Server.Admission.BuiltIn;

/// <summary>The rules for what a version of a CustomResourceDefinition shows beside the object: columns, scale, selectable fields.</summary>
internal static class DefinitionColumns
{
    private const int MostSelectable = 8;
    private static readonly string[] Types = ["boolean", "date", "integer", "number", "string"];
    private static readonly string[] Formats = ["byte", "date", "date-time", "double", "float", "int32", "int64", "password"];

    /// <summary>Checks a version.</summary>
    /// <param name="version">The version.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="errors">Where faults go.</param>
    public static void Check(JsonObject version, string path, List<FieldError> errors)
    {
        var index = 0;
        foreach (var column in (version["additionalPrinterColumns"] as JsonArray ?? []).OfType<JsonObject>())
        {
            Column(column, $"{path}.additionalPrinterColumns[{index++}]", errors);
        }

        if (version["subresources"]?["scale"] is JsonObject scale)
        {
            Scale(scale, $"{path}.subresources.scale", errors);
        }

        if (version["selectableFields"] is JsonArray fields)
        {
            Selectable(fields, version["schema"]?["openAPIV3Schema"] as JsonObject ?? [], $"{path}.selectableFields", errors);
        }
    }

    private static void Column(JsonObject column, string path, List<FieldError> errors)
    {
        if (Meta.String(column, "name").Length == 0)
        {
            errors.Add(Invalid.Required($"{path}.name"));
        }

        var type = Meta.String(column, "type");
        if (type.Length == 0)
        {
            errors.Add(Invalid.Required($"{path}.type", $"must be one of {string.Join(',', Types)}"));
        }
        else if (!Types.Contains(type))
        {
            errors.Add(Invalid.Value($"{path}.type", type, $"must be one of {string.Join(',', Types)}"));
        }

        var format = Meta.String(column, "format");
        if (format.Length > 0 && !Formats.Contains(format))
        {
            errors.Add(Invalid.Value($"{path}.format", format, $"must be one of {string.Join(',', Formats)}"));
        }

        Simple(column, "jsonPath", $"{path}.jsonPath", errors);
    }

    private static void Scale(JsonObject scale, string path, List<FieldError> errors)
    {
        foreach (var (name, under) in new[] { ("specReplicasPath", ".spec"), ("statusReplicasPath", ".status") })
        {
            if (Simple(scale, name, $"{path}.{name}", errors) is { } text && !text.StartsWith($"{under}.", StringComparison.Ordinal))
            {
                errors.Add(Invalid.Value($"{path}.{name}", text, $"should be a json path under {under}"));
            }
        }

        if (Meta.String(scale, "labelSelectorPath").Length > 0
            && Simple(scale, "labelSelectorPath", $"{path}.labelSelectorPath", errors) is { } selector
            && !selector.StartsWith(".spec.", StringComparison.Ordinal) && !selector.StartsWith(".status.", StringComparison.Ordinal))
        {
            errors.Add(Invalid.Value($"{path}.labelSelectorPath", selector, "should be a json path under either .spec or .status"));
        }
    }

    /// <summary>A path that must begin with a dot; null where it does not.</summary>
    private static string? Simple(JsonObject holder, string name, string path, List<FieldError> errors)
    {
        var text = Meta.String(holder, name);
        if (text.Length == 0)
        {
            errors.Add(Invalid.Required(path));
            return null;
        }

        if (text[0] != '.')
        {
            errors.Add(Invalid.Value(path, text, "must be a simple json path starting with ."));
            return null;
        }

        return text;
    }

    private static void Selectable(JsonArray fields, JsonObject schema, string path, List<FieldError> errors)
    {
        if (fields.Count > MostSelectable)
        {
            errors.Add(new FieldError("FieldValueTooMany", path, $"Too many: {fields.Count}: must have at most {MostSelectable} items"));
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < fields.Count; i++)
        {
            var at = $"{path}[{i}].jsonPath";
            var text = Meta.String(fields[i] as JsonObject, "jsonPath");
            if (text.Length == 0)
            {
                errors.Add(Invalid.Required(at));
            }
            else if (Fault(text, schema) is { } fault)
            {
                errors.Add(Invalid.Value(at, text, fault));
            }
            else if (!seen.Add(text))
            {
                errors.Add(Invalid.Duplicate(at, text));
            }
        }
    }

    private static string? Fault(string text, JsonObject schema)
    {
        if (text[0] != '.' || text.AsSpan().IndexOfAny("[]{}*?@'\"") >= 0)
        {
            return "is an invalid path: must be a simple json path starting with .";
        }

        var names = text[1..].Split('.');
        if (names[0] == "metadata")
        {
            return "must not point to fields in metadata";
        }

        try
        {
            var level = Schema.Parse(schema);
            foreach (var name in names)
            {
                if (level.Named(name) is not { } next)
                {
                    return $"is an invalid path: does not refer to a valid field: there is no field {name}";
                }

                level = next;
            }

            return level.Type is SchemaType.String or SchemaType.Boolean or SchemaType.Integer
                ? null
                : "must point to a field of type string, boolean or integer. Enum string fields and strings with formats are allowed.";
        }
        catch (SchemaException e)
        {
            return $"is an invalid path: {e.Message}";
        }
    }
}
