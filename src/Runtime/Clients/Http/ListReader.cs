using System.Text.Json;

namespace Slipway.Runtime.Clients.Http;

/// <summary>Cuts a list into its items without parsing them.</summary>
internal static class ListReader
{
    /// <summary>Reads a list.</summary>
    /// <param name="body">A Kubernetes list as UTF-8 JSON.</param>
    /// <exception cref="JsonException">It is none.</exception>
    public static ObjectList Read(ReadOnlyMemory<byte> body)
    {
        var items = new List<ReadOnlyMemory<byte>>();
        string version = "", token = "";
        var reader = new Utf8JsonReader(body.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("items"u8))
            {
                ReadItems(ref reader, body, items);
            }
            else if (reader.ValueTextEquals("metadata"u8))
            {
                ReadMetadata(ref reader, ref version, ref token);
            }
            else
            {
                reader.Skip();
            }
        }

        return new ObjectList(items, version, token);
    }

    private static void ReadItems(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body, List<ReadOnlyMemory<byte>> items)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            items.Add(body[start..(int)reader.BytesConsumed]);
        }
    }

    private static void ReadMetadata(ref Utf8JsonReader reader, ref string version, ref string token)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isVersion = reader.ValueTextEquals("resourceVersion"u8);
            var isToken = reader.ValueTextEquals("continue"u8);
            reader.Read();
            if (isVersion)
            {
                version = reader.GetString() ?? "";
            }
            else if (isToken)
            {
                token = reader.GetString() ?? "";
            }
            else
            {
                reader.Skip();
            }
        }
    }
}
