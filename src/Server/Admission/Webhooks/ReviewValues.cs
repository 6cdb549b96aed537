using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Machinery.Cel.Values;

namespace Slipway.Server.Admission.Webhooks;

/// <summary>JSON as match conditions see it: values are made when they are asked for.</summary>
internal static class ReviewValues
{
    /// <summary>A value.</summary>
    /// <param name="node">The JSON; null for null.</param>
    public static CelValue Of(JsonNode? node) => node switch
    {
        null => CelValue.Null,
        JsonObject map => CelValue.Of(new Members(map)),
        JsonArray list => CelValue.Of(new Items(list)),
        _ => Scalar((JsonValue)node),
    };

    private static CelValue Scalar(JsonValue value)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.True:
                return CelValue.True;
            case JsonValueKind.False:
                return CelValue.False;
            case JsonValueKind.Number:
                return value.TryGetValue(out long whole) ? CelValue.Of(whole)
                    : value.TryGetValue(out int small) ? CelValue.Of((long)small)
                    : value.TryGetValue(out double broad) ? CelValue.Of(broad)
                    : CelValue.Error("no such number");
            default:
                return CelValue.Of(value.GetValue<string>());
        }
    }

    private sealed class Items(JsonArray list) : CelList
    {
        public override int Count => list.Count;

        public override CelValue this[int index] => ReviewValues.Of(list[index]);
    }

    private sealed class Members(JsonObject map) : CelMap
    {
        public override int Count => map.Count;

        public override IEnumerable<CelValue> Keys => map.Select(p => CelValue.Of(p.Key));

        public override bool TryGet(CelValue key, out CelValue value)
        {
            if (key.Kind == CelKind.String && map.TryGetPropertyValue(key.AsText, out var node))
            {
                value = ReviewValues.Of(node);
                return true;
            }

            value = default;
            return false;
        }
    }
}
