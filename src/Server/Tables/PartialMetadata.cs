using System.Text;
using System.Text.Json;

namespace Slipway.Server.Tables;

/// <summary>Writes objects as <c>PartialObjectMetadata</c>: their metadata and nothing else.</summary>
internal static class PartialMetadata
{
    /// <summary>Writes one object.</summary>
    /// <param name="writer">Takes it.</param>
    /// <param name="json">The object as UTF-8 JSON.</param>
    /// <param name="version">The version of <c>meta.k8s.io</c>.</param>
    public static void Write(Utf8JsonWriter writer, ReadOnlyMemory<byte> json, string version)
    {
        writer.WriteStartObject();
        writer.WriteString("kind"u8, "PartialObjectMetadata"u8);
        writer.WriteString("apiVersion"u8, "meta.k8s.io/" + version);
        writer.WritePropertyName("metadata"u8);
        writer.WriteRawValue(Find(json).Span, skipInputValidation: true);
        writer.WriteEndObject();
    }

    /// <summary>What stands before the metadata of an object.</summary>
    /// <param name="version">The version of <c>meta.k8s.io</c>.</param>
    /// <param name="separated">What separates it from the object before.</param>
    public static byte[] Opening(string version, string separated) =>
        Encoding.UTF8.GetBytes($"{separated}{{\"kind\":\"PartialObjectMetadata\",\"apiVersion\":\"meta.k8s.io/{version}\",\"metadata\":");

    /// <summary>The object's metadata as it stands; an empty object where there is none.</summary>
    /// <param name="json">The object as UTF-8 JSON.</param>
    public static ReadOnlyMemory<byte> Find(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var wanted = reader.ValueTextEquals("metadata"u8);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (wanted)
            {
                return json[start..(int)reader.BytesConsumed];
            }
        }

        return "{}"u8.ToArray();
    }
}
