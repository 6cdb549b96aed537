using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Slipway.Machinery.Json;

/// <summary>When two JSON values are the same value, however they are written or held.</summary>
public static class JsonEquality
{
    /// <summary>
    /// Whether two values are equal: numbers by value (<c>1</c>, <c>1.0</c> and <c>1e0</c> are one number), members of
    /// objects in any order.
    /// </summary>
    /// <param name="left">A value; null for JSON's null.</param>
    /// <param name="right">Another.</param>
    public static bool AreEqual(JsonNode? left, JsonNode? right)
    {
        if (ReferenceEquals(left, right))
        {
            return true;
        }

        return (left, right) switch
        {
            (JsonObject a, JsonObject b) => ObjectsEqual(a, b),
            (JsonArray a, JsonArray b) => ArraysEqual(a, b),
            (JsonValue a, JsonValue b) => ScalarsEqual(a, b),
            _ => false,
        };
    }

    /// <summary>A hash under which equal values are equal.</summary>
    /// <param name="node">A value; null for JSON's null.</param>
    public static int HashOf(JsonNode? node)
    {
        switch (node)
        {
            case null:
                return 0;
            case JsonObject map:
                var sum = map.Count;
                foreach (var (name, value) in map)
                {
                    sum += HashCode.Combine(name, HashOf(value));
                }

                return sum;
            case JsonArray list:
                var hash = new HashCode();
                foreach (var item in list)
                {
                    hash.Add(HashOf(item));
                }

                return hash.ToHashCode();
            case JsonValue value when value.TryGetValue(out string? text):
                return string.GetHashCode(text, StringComparison.Ordinal);
            case JsonValue value when value.GetValueKind() == JsonValueKind.Number:
                return JsonNumber.Of(value).AsDouble.GetHashCode();
            default:
                return (int)node.GetValueKind();
        }
    }

    /// <summary>Compares values by <see cref="AreEqual"/>.</summary>
    public static IEqualityComparer<JsonNode?> Comparer { get; } = new NodeComparer();

    /// <summary>How many bytes a value takes as compact UTF-8 JSON.</summary>
    /// <param name="node">A value; null for JSON's null.</param>
    public static long SizeOf(JsonNode? node)
    {
        if (node is null)
        {
            return 4;
        }

        var counter = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(counter);
        node.WriteTo(writer);
        writer.Flush();
        return writer.BytesCommitted;
    }

    private static bool ObjectsEqual(JsonObject a, JsonObject b)
    {
        if (a.Count != b.Count)
        {
            return false;
        }

        foreach (var (name, value) in a)
        {
            if (!b.TryGetPropertyValue(name, out var other) || !AreEqual(value, other))
            {
                return false;
            }
        }

        return true;
    }

    private static bool ArraysEqual(JsonArray a, JsonArray b)
    {
        if (a.Count != b.Count)
        {
            return false;
        }

        for (var i = 0; i < a.Count; i++)
        {
            if (!AreEqual(a[i], b[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool ScalarsEqual(JsonValue a, JsonValue b)
    {
        var kind = a.GetValueKind();
        if (kind != b.GetValueKind())
        {
            return false;
        }

        return kind switch
        {
            JsonValueKind.String => TextOf(a) == TextOf(b),
            JsonValueKind.Number => JsonNumber.Of(a) == JsonNumber.Of(b),
            _ => true,
        };
    }

    // A value may hold a date or a Guid instead of a string: those are what they are written as.
    private static string TextOf(JsonValue value) =>
        value.TryGetValue(out string? text) ? text : JsonDocument.Parse(value.ToJsonString()).RootElement.GetString() ?? "";

    private sealed class NodeComparer : IEqualityComparer<JsonNode?>
    {
        public bool Equals(JsonNode? x, JsonNode? y) => AreEqual(x, y);

        public int GetHashCode(JsonNode? obj) => HashOf(obj);
    }
}
