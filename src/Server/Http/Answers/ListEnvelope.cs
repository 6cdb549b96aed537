using System.Buffers;
using System.Text.Json;
using Slipway.Server.Verbs;

namespace Slipway.Server.Http.Answers;

/// <summary>Lists around items that are JSON already.</summary>
internal static class ListEnvelope
{
    private static readonly byte[] Comma = [(byte)','];
    private static readonly byte[] End = "]}"u8.ToArray();

    /// <summary>A list.</summary>
    /// <param name="apiVersion">The list's apiVersion.</param>
    /// <param name="kind">The list's kind.</param>
    /// <param name="answer">The page.</param>
    public static Payload Of(string apiVersion, string kind, ListAnswer answer)
    {
        var head = Head(apiVersion, kind, answer);
        var pieces = new List<ReadOnlyMemory<byte>>((answer.Items.Count * 2) + 2) { head };
        long length = head.Length + End.Length;
        for (var i = 0; i < answer.Items.Count; i++)
        {
            if (i > 0)
            {
                pieces.Add(Comma);
                length++;
            }

            pieces.Add(answer.Items[i]);
            length += answer.Items[i].Length;
        }

        pieces.Add(End);
        return new(pieces, length);
    }

    /// <summary>Writes the metadata of a page as a property of an open object.</summary>
    /// <param name="writer">Inside the list's object.</param>
    /// <param name="answer">The page.</param>
    public static void WriteMetadata(Utf8JsonWriter writer, ListAnswer answer)
    {
        writer.WriteStartObject("metadata"u8);
        writer.WriteString("resourceVersion"u8, answer.ResourceVersion.ToString());
        if (answer.Continue.Length > 0)
        {
            writer.WriteString("continue"u8, answer.Continue);
        }

        if (answer.RemainingItemCount is { } remaining)
        {
            writer.WriteNumber("remainingItemCount"u8, remaining);
        }

        writer.WriteEndObject();
    }

    private static byte[] Head(string apiVersion, string kind, ListAnswer answer)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("kind"u8, kind);
            writer.WriteString("apiVersion"u8, apiVersion);
            WriteMetadata(writer, answer);
            writer.WriteStartArray("items"u8);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        // All but the end, which follows the items.
        return buffer.WrittenSpan[..^2].ToArray();
    }
}
