using System.Text;
using System.Text.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Runtime.Clients.Http;

/// <summary>Takes a list apart without parsing its items.</summary>
internal static class ListPage
{
    /// <summary>Reads a list; its items are slices of the same bytes.</summary>
    /// <param name="json">The list as UTF-8 JSON.</param>
    /// <param name="type">The kind of the items, which lists of built-in kinds leave out.</param>
    /// <exception cref="JsonException">The text is no list.</exception>
    public static ObjectList Read(ReadOnlyMemory<byte> json, ResourceType type)
    {
        var items = new List<ReadOnlyMemory<byte>>();
        var (version, token) = ("", "");
        var reader = new Utf8JsonReader(json.Span);
        Enter(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("items"u8))
            {
                reader.Read();
                ReadItems(ref reader, json, type, items);
            }
            else if (reader.ValueTextEquals("metadata"u8))
            {
                reader.Read();
                (version, token) = ReadMetadata(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new(items, version, token);
    }

    private static void ReadItems(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, ResourceType type, List<ReadOnlyMemory<byte>> items)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        byte[]? head = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            var typed = false;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                typed |= reader.ValueTextEquals("kind"u8);
                reader.Skip();
            }

            var item = json[start..(int)reader.BytesConsumed];
            items.Add(typed ? item : WithType(item, head ??= Encoding.UTF8.GetBytes($$"""{"kind":"{{type.Kind}}","apiVersion":"{{type.ApiVersion}}",""")));
        }
    }

    private static byte[] WithType(ReadOnlyMemory<byte> item, byte[] head)
    {
        var whole = new byte[head.Length + item.Length - 1];
        head.CopyTo(whole, 0);
        item.Span[1..].CopyTo(whole.AsSpan(head.Length));
        return whole;
    }

    private static (string Version, string Token) ReadMetadata(ref Utf8JsonReader reader)
    {
        var (version, token) = ("", "");
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return (version, token);
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("resourceVersion"u8))
            {
                reader.Read();
                version = reader.GetString() ?? "";
            }
            else if (reader.ValueTextEquals("continue"u8))
            {
                reader.Read();
                token = reader.GetString() ?? "";
            }
            else
            {
                reader.Skip();
            }
        }

        return (version, token);
    }

    private static void Enter(ref Utf8JsonReader reader, JsonTokenType expected)
    {
        if (!reader.Read() || reader.TokenType != expected)
        {
            throw new JsonException("A list of objects is a JSON object.");
        }
    }
}
