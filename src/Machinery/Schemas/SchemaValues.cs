using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Machinery.Cel.Syntax;
using Slipway.Machinery.Cel.Values;
using Slipway.Machinery.Json;
using Slipway.Machinery.Text;

namespace Slipway.Machinery.Schemas;

/// <summary>JSON values as CEL sees them: typed by their schema, made when they are asked for.</summary>
public static class SchemaValues
{
    /// <summary>A JSON value as CEL sees it.</summary>
    /// <param name="node">The value; it must not change while expressions look at it.</param>
    /// <param name="schema">Its schema; null for a value that no schema describes.</param>
    public static CelValue Of(JsonNode? node, Schema? schema)
    {
        switch (node)
        {
            case null:
                return CelValue.Null;
            case JsonObject map:
                return CelValue.Of(new SchemaObject(map, schema));
            case JsonArray list:
                return CelValue.Of(new SchemaList(list, schema));
            case JsonValue value:
                return Scalar(value, schema?.Rules);
            default:
                return CelValue.Error("no such value");
        }
    }

    private static CelValue Scalar(JsonValue value, SchemaRules? rules)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.True:
                return CelValue.True;
            case JsonValueKind.False:
                return CelValue.False;
            case JsonValueKind.Number:
                var number = JsonNumber.Of(value);
                return rules?.Type == SchemaType.Number || !number.IsWhole ? CelValue.Of(number.AsDouble)
                    : CelValue.Of(number.IsInteger ? number.AsInteger : (long)number.AsDouble);
            default:
                return Text(value.GetValue<string>(), rules?.Format ?? "");
        }
    }

    private static CelValue Text(string text, string format)
    {
        switch (format)
        {
            case "date-time" or "datetime" or "date" when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time):
                return CelValue.Of(time);
            case "duration" when GoDuration.TryParseNanoseconds(text, out var nanoseconds):
                return CelValue.Duration(nanoseconds);
            case "byte":
                var bytes = new byte[text.Length];
                return Convert.TryFromBase64String(text, bytes, out var length) ? CelValue.Of(bytes[..length]) : CelValue.Of(text);
            default:
                return CelValue.Of(text);
        }
    }

    /// <summary>A list; sets and maps are equal in any order.</summary>
    private sealed class SchemaList(JsonArray list, Schema? schema) : CelList
    {
        public override int Count => list.Count;

        public override CelValue this[int index] => SchemaValues.Of(list[index], schema?.Rules.Items);

        public override bool EqualTo(CelList other)
        {
            if (schema?.ListType is not (ListType.Set or ListType.Map) || other is not SchemaList)
            {
                return base.EqualTo(other);
            }

            if (Count != other.Count)
            {
                return false;
            }

            for (var i = 0; i < Count; i++)
            {
                var found = false;
                for (var j = 0; j < other.Count && !found; j++)
                {
                    found = this[i] == other[j];
                }

                if (!found)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>An object or map. Of objects, <c>self.name</c> finds members by their escaped names.</summary>
    private sealed class SchemaObject(JsonObject map, Schema? schema) : CelMap
    {
        public override int Count => map.Count;

        public override IEnumerable<CelValue> Keys => map.Select(p => CelValue.Of(p.Key));

        public override bool TryGet(CelValue key, out CelValue value)
        {
            if (key.Kind == CelKind.String && map.TryGetPropertyValue(key.AsText, out var node))
            {
                value = SchemaValues.Of(node, schema?.Property(key.AsText));
                return true;
            }

            value = default;
            return false;
        }

        public override bool TrySelect(string name, out CelValue value)
        {
            var member = schema?.Rules.Properties is null ? name : CelNames.Unescape(name);
            // A null that is there is there to be asked for, but has() is about values.
            if (map.TryGetPropertyValue(member, out var node) && node is not null)
            {
                value = SchemaValues.Of(node, schema?.Property(member));
                return true;
            }

            value = default;
            return map.ContainsKey(member) && schema?.Property(member)?.Rules.Nullable == true;
        }
    }
}
