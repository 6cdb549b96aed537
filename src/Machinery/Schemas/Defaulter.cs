using System.Text.Json.Nodes;

namespace Slipway.Machinery.Schemas;

/// <summary>Fills in the defaults of a schema.</summary>
public static class Defaulter
{
    /// <summary>
    /// Sets every missing member that has a default, in the objects that are there; a null where null is not allowed
    /// counts as missing, and is removed where there is no default. Idempotent.
    /// </summary>
    /// <param name="value">The object; it is changed in place.</param>
    /// <param name="schema">Its schema.</param>
    public static void Default(JsonObject value, Schema schema)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(schema);
        Visit(value, schema);
    }

    private static void Visit(JsonNode? node, Schema schema)
    {
        switch (node)
        {
            case JsonObject map:
                Map(map, schema.Rules, schema.MayDefault);
                break;
            case JsonArray list when schema.Rules.Items is { } items:
                for (var i = 0; i < list.Count; i++)
                {
                    Visit(list[i], items);
                }

                break;
        }
    }

    private static void Map(JsonObject map, SchemaRules rules, bool mayDefault)
    {
        if (mayDefault && rules.Properties is { } named)
        {
            foreach (var (name, property) in named)
            {
                if (property.MayDefault && (!map.TryGetPropertyValue(name, out var value) || (value is null && !AllowsNull(property)))
                    && property.Rules.Default is { } @default)
                {
                    map[name] = @default.DeepClone();
                }
            }
        }

        for (var i = 0; i < map.Count; i++)
        {
            var (name, value) = map.GetAt(i);
            var property = rules.Properties is { } properties && properties.TryGetValue(name, out var known) ? known : rules.Additional;
            if (property is null)
            {
                continue;
            }

            if (value is null && !AllowsNull(property))
            {
                map.RemoveAt(i--);
            }
            else if (value is JsonObject or JsonArray)
            {
                Visit(value, property);
            }
        }
    }

    private static bool AllowsNull(Schema schema) => schema.Rules.Nullable;
}
