using System.Text.Json.Nodes;
using CsCheck;

namespace Slipway.Unit.Machinery.Support;

/// <summary>Random JSON for properties: short names, so that documents overlap.</summary>
internal static class JsonGen
{
    public static readonly Gen<string> Text = Gen.OneOf(
        Gen.OneOfConst("", "a", "b", "true", "null", "1", "1.5", "0x1f", "yes", "- a", "a: b", "#", " lead", "trail ", "two\nlines", "two\nlines\n", "\tx", "'q\"", "~", "2024-01-01", "é☃", "*x", "&x", "!x", "%", "@", "`", "|", ">", "-", "?", ":", "a #b", "[", "{", ",", "\\", "\u0001", "-1", "+1", "1_000", "0o7", "1e3", ".inf", "12:30:45", "=", "<<"),
        Gen.String[Gen.Char[' ', '~'], 0, 12],
        Gen.String[0, 8].Where(s => !s.Any(char.IsSurrogate)));

    public static readonly Gen<string> Name = Gen.OneOf(Gen.OneOfConst("a", "b", "c", "d"), Gen.OneOfConst("name", "x/y", "a.b", "~", ""));

    private static readonly Gen<JsonNode?> Scalar = Gen.OneOf(
        Text.Select(t => (JsonNode?)JsonValue.Create(t)),
        Gen.Int.Select(i => (JsonNode?)JsonValue.Create((long)i)),
        Gen.Bool.Select(b => (JsonNode?)JsonValue.Create(b)),
        Gen.Double[-1e6, 1e6].Select(d => (JsonNode?)JsonValue.Create(d)),
        Gen.Const((JsonNode?)null));

    public static Gen<JsonNode?> Value(int depth) => depth == 0
        ? Scalar
        : Gen.Frequency(
            (3, Scalar),
            (2, Object(depth - 1).Select(o => (JsonNode?)o)),
            (1, Value(depth - 1).Array[0, 3].Select(items => (JsonNode?)new JsonArray([.. items.Select(i => i?.DeepClone())]))));

    public static Gen<JsonObject> Object(int depth) =>
        Gen.Select(Name, Value(depth)).Array[0, 4].Select(pairs =>
        {
            var map = new JsonObject();
            foreach (var (name, value) in pairs)
            {
                map[name] = value?.DeepClone();
            }

            return map;
        });

    public static JsonNode? Parse(string json) => JsonNode.Parse(json.Replace('\'', '"'), documentOptions: new() { MaxDepth = 500 });

    public static JsonObject Map(string json) => Parse(json)!.AsObject();

    public static JsonArray List(string json) => Parse(json)!.AsArray();
}
