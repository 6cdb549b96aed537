using System.Globalization;
using System.Text.Json.Nodes;
using Slipway.Machinery.Protobuf;

namespace Slipway.Server.Admission;

/// <summary>Fills in what the types of built-in kinds say of fields that are not there.</summary>
internal static class ShapeDefaults
{
    /// <summary>Fills in an object; its metadata and its status are left as they are.</summary>
    /// <param name="value">The object.</param>
    /// <param name="type">Its type.</param>
    public static void Fill(JsonObject value, MessageType type) => Members(value, type, static name => name is "metadata" or "status");

    private static void Members(JsonObject value, MessageType type, Func<string, bool> skip)
    {
        foreach (var field in type.JsonFields)
        {
            if (skip(field.Name))
            {
                continue;
            }

            if (field.Default is { } text && value[field.Name] is null)
            {
                value[field.Name] = ValueOf(text, field.Shape.Kind);
            }

            if (value[field.Name] is { } member)
            {
                Value(member, field.Shape);
            }
        }
    }

    private static void Value(JsonNode value, FieldShape shape)
    {
        switch (value)
        {
            case JsonObject map when shape.Kind == ShapeKind.Message:
                Members(map, shape.Message, static _ => false);
                break;
            case JsonArray list when shape is { Kind: ShapeKind.List, Items.Kind: ShapeKind.Message }:
                foreach (var item in list.OfType<JsonObject>())
                {
                    Members(item, shape.Items.Message, static _ => false);
                }

                break;
        }
    }

    private static JsonNode ValueOf(string text, ShapeKind kind) => kind switch
    {
        ShapeKind.Message => new JsonObject(),
        ShapeKind.Flag => text == "true",
        ShapeKind.Int or ShapeKind.Long => long.Parse(text, CultureInfo.InvariantCulture),
        _ => text,
    };
}
