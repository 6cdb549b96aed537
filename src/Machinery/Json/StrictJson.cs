using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Slipway.Machinery.Json;

/// <summary>
/// Reads JSON as the Kubernetes API must: it notices members that stand twice, keeps limits, and says where a text is
/// wrong. Nodes are built at once (strings as strings), so that reading them later costs nothing.
/// </summary>
public static class StrictJson
{
    /// <summary>Reads one JSON value.</summary>
    /// <param name="utf8">The text; a byte order mark is not allowed.</param>
    /// <param name="limits">How large it may be; the default where null.</param>
    /// <exception cref="StrictJsonException">The text is not JSON, or exceeds a limit.</exception>
    public static StrictDocument Parse(ReadOnlySpan<byte> utf8, StrictJsonLimits? limits = null)
    {
        limits ??= StrictJsonLimits.Default;
        if (utf8.Length > limits.Bytes)
        {
            throw new StrictJsonException($"the text has {utf8.Length} bytes, more than the {limits.Bytes} allowed", 1, 1);
        }

        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = limits.Depth });
        var place = new FieldPath();
        try
        {
            reader.Read();
            var root = Value(ref reader, place);
            // Anything after the value is refused here.
            reader.Read();
            return new StrictDocument(root, place.Noted);
        }
        catch (JsonException e)
        {
            throw new StrictJsonException(FaultOf(e), (e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1);
        }
        catch (TokenFault e)
        {
            var before = utf8[..(int)e.Start];
            throw new StrictJsonException(e.Message, before.Count((byte)'\n') + 1, before.Length - before.LastIndexOf((byte)'\n'));
        }
    }

    /// <summary>Reads one JSON object.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="limits">How large it may be; the default where null.</param>
    /// <exception cref="StrictJsonException">The text is not a JSON object, or exceeds a limit.</exception>
    public static JsonObject ParseObject(ReadOnlySpan<byte> utf8, StrictJsonLimits? limits = null) =>
        Parse(utf8, limits).Root as JsonObject ?? throw new StrictJsonException("expected a JSON object", 1, 1);

    private static JsonNode? Value(ref Utf8JsonReader reader, FieldPath place)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return Map(ref reader, place);
            case JsonTokenType.StartArray:
                var list = new JsonArray();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    place.Enter(list.Count);
                    list.Add(Value(ref reader, place));
                    place.Leave();
                }

                return list;
            case JsonTokenType.String:
                return JsonValue.Create(Text(ref reader));
            case JsonTokenType.Number:
                return Number(ref reader);
            case JsonTokenType.True:
                return JsonValue.Create(true);
            case JsonTokenType.False:
                return JsonValue.Create(false);
            default:
                return null;
        }
    }

    private static JsonObject Map(ref Utf8JsonReader reader, FieldPath place)
    {
        var map = new JsonObject();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.ValueIsEscaped ? Text(ref reader) : JsonNames.Get(reader.ValueSpan) ?? Text(ref reader);
            place.Enter(name);
            reader.Read();
            var value = Value(ref reader, place);
            if (!map.TryAdd(name, value))
            {
                place.Note();
                map[name] = value;
            }

            place.Leave();
        }

        return map;
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new TokenFault(reader.TokenStartIndex, "a string is not valid UTF-8 or has half of a surrogate pair");
        }
    }

    private static JsonValue Number(ref Utf8JsonReader reader)
    {
        if (reader.TryGetInt64(out var integer))
        {
            return JsonNumbers.Create(integer);
        }

        // A number written with a fraction or an exponent may still be a whole one: 5.0 is 5.
        var number = Utf8Parser.TryParse(reader.ValueSpan, out double value, out var used) && used == reader.ValueSpan.Length ? value : double.NaN;
        if (!double.IsFinite(number))
        {
            throw new TokenFault(reader.TokenStartIndex, "a number is out of range");
        }

        return double.IsInteger(number) && Math.Abs(number) < 1e15
            ? JsonNumbers.Create((long)number)
            : JsonNumbers.Parse(reader.ValueSpan);
    }

    private static string FaultOf(JsonException e)
    {
        var at = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return at < 0 ? e.Message : e.Message[..at];
    }

    private sealed class TokenFault(long start, string message) : Exception(message)
    {
        public long Start { get; } = start;
    }
}
