using System.Text.Json.Nodes;
using Slipway.Machinery.Admission;
using Slipway.Machinery.Objects;
using Slipway.Machinery.Protobuf;
using Slipway.Server.Objects;

namespace Slipway.Server.Admission;

/// <summary>What every built-in kind asks of its fields: those that must be there are, and words out of a closed set are of it.</summary>
internal static class ShapeRules
{
    /// <summary>Checks an object; its status is left to who writes it, and so is what was there before.</summary>
    /// <param name="request">The write.</param>
    /// <param name="type">The type of the object.</param>
    /// <returns>What is wrong and was not before.</returns>
    public static IEnumerable<FieldError> Check(AdmissionRequest request, MessageType type)
    {
        if (request.Subresource.Length > 0)
        {
            return [];
        }

        var errors = ErrorsOf(request.Object, type);
        return errors.Count == 0 || request.OldObject is not { } old ? errors : errors.Except(ErrorsOf(old, type));
    }

    private static List<FieldError> ErrorsOf(JsonObject value, MessageType type)
    {
        var errors = new List<FieldError>();
        Members(value, type, "", errors);
        return errors;
    }

    private static void Members(JsonObject value, MessageType type, string path, List<FieldError> errors)
    {
        foreach (var field in type.JsonFields)
        {
            if (path.Length == 0 && field.Name is "status" or "metadata")
            {
                continue;
            }

            var at = path.Length == 0 ? field.Name : $"{path}.{field.Name}";
            if (value[field.Name] is { } member)
            {
                Value(member, field.Shape, at, errors);
            }
            else if (field.Required && Matters(field.Shape.Kind))
            {
                errors.Add(Invalid.Required(at));
            }
        }
    }

    private static void Value(JsonNode value, FieldShape shape, string path, List<FieldError> errors)
    {
        switch (value)
        {
            case JsonObject map when shape.Kind == ShapeKind.Message:
                Members(map, shape.Message, path, errors);
                break;
            case JsonObject map when shape.Kind == ShapeKind.Map:
                foreach (var (key, entry) in map)
                {
                    if (entry is not null)
                    {
                        Value(entry, shape.Items!, $"{path}[{key}]", errors);
                    }
                }

                break;
            case JsonArray list when shape.Kind == ShapeKind.List:
                for (var i = 0; i < list.Count; i++)
                {
                    if (list[i] is { } item)
                    {
                        Value(item, shape.Items!, $"{path}[{i}]", errors);
                    }
                }

                break;
            case JsonValue when shape.Choices.Count > 0 && Meta.IsText(value) && (string)value! is { Length: > 0 } word && !shape.Choices.Contains(word):
                errors.Add(Invalid.Choice(path, word, shape.Choices.Order(StringComparer.Ordinal)));
                break;
        }
    }

    /// <summary>An absent flag is false, an absent number often has a default; the rest cannot be guessed.</summary>
    private static bool Matters(ShapeKind kind) => kind is ShapeKind.Text or ShapeKind.Message;
}
