using System.Text.Json;
using Slipway.Machinery.Cel.Syntax;
using Slipway.Machinery.Cel.Types;

namespace Slipway.Machinery.Schemas.Structure;

/// <summary>
/// The types that rules see of values under a schema, with the greatest sizes they can have. Where the schema sets no limit,
/// the limit is what fits into a request of 3 MiB.
/// </summary>
internal static class SchemaTypes
{
    /// <summary>The largest request, in bytes.</summary>
    public const long LargestRequest = 3 * 1024 * 1024;

    private const long DurationText = 32;

    /// <summary>The type of values under a schema; null where rules cannot see them.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="name">The name of the type in messages.</param>
    /// <param name="isResource">Whether values are whole objects, whose kind and name can always be seen.</param>
    public static CelType? Of(Schema schema, string name, bool isResource)
    {
        var rules = schema.Rules;
        if (rules.IntOrString)
        {
            return CelType.Sized(CelType.Dyn, LargestRequest - 2, 1);
        }

        return rules.Type switch
        {
            SchemaType.Array => rules.Items is { } items && Of(items, name + ".@idx", items.Rules.EmbeddedResource) is { } item
                ? CelType.List(item, Limit(rules.MaxItems) ?? (LargestRequest - 2) / (item.MinSerializedSize + 1))
                : null,
            SchemaType.Object when rules.Additional is { } additional => Of(additional, name + ".@elem", additional.Rules.EmbeddedResource) is { } value
                ? CelType.Map(CelType.Sized(CelType.String, LargestRequest - 2, 2), value, Limit(rules.MaxProperties) ?? (LargestRequest - 2) / (value.MinSerializedSize + 6))
                : null,
            SchemaType.Object => Object(rules, name, isResource),
            SchemaType.String => Text(rules),
            SchemaType.Boolean => CelType.Sized(CelType.Bool, null, 4),
            SchemaType.Integer => CelType.Int,
            SchemaType.Number => CelType.Double,
            _ => null,
        };
    }

    private static CelObjectType Object(SchemaRules rules, string name, bool isResource)
    {
        var fields = new Dictionary<string, CelType>();
        var size = 2L;
        foreach (var (member, schema) in rules.Properties ?? [])
        {
            if (Of(schema, $"{name}.{member}", schema.Rules.EmbeddedResource) is not { } type)
            {
                continue;
            }

            if (CelNames.Escape(member) is { } escaped)
            {
                fields[escaped] = type;
            }

            if (rules.Required.Contains(member) && schema.Rules.Default is null)
            {
                size += member.Length + type.MinSerializedSize + 4;
            }
        }

        if (isResource)
        {
            var text = CelType.Sized(CelType.String, LargestRequest - 2, 2);
            fields["apiVersion"] = text;
            fields["kind"] = text;
            fields["metadata"] = new CelObjectType($"{name}.metadata", new Dictionary<string, CelType> { ["name"] = text, ["generateName"] = text });
        }

        return new CelObjectType(name, fields) { MinSerializedSize = size };
    }

    private static CelType Text(SchemaRules rules) => rules.Format switch
    {
        "byte" => CelType.Sized(CelType.Bytes, Limit(rules.MaxLength) ?? LargestRequest - 2, 2),
        "duration" => CelType.Sized(CelType.Duration, DurationText, 2),
        "date" or "date-time" => CelType.Sized(CelType.Timestamp, DurationText, 12),
        // A character takes up to four bytes.
        _ => CelType.Sized(CelType.String, Limit(rules.MaxLength) * 4 ?? LongestWord(rules) ?? LargestRequest - 2, 2),
    };

    private static long? LongestWord(SchemaRules rules) =>
        rules.Enum is { Length: > 0 } words ? words.Max(w => w?.GetValueKind() == JsonValueKind.String ? w.GetValue<string>().Length : 4) : null;

    private static long? Limit(long? written) => written is { } limit ? Math.Max(0, limit) : null;
}
