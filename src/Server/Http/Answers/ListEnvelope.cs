using System.Buffers;
using System.Text.Json;
using Slipway.Server.Tables;
using Slipway.Server.Verbs;
using Slipway.Server.Watching;

namespace Slipway.Server.Http.Answers;

/// <summary>Lists around items that are JSON already.</summary>
internal static class ListEnvelope
{
    private static readonly byte[] Comma = [(byte)','];
    private static readonly byte[] Close = [(byte)'}'];
    private static readonly byte[] End = "]}"u8.ToArray();

    /// <summary>A list.</summary>
    /// <param name="apiVersion">The list's apiVersion.</param>
    /// <param name="kind">The list's kind.</param>
    /// <param name="answer">The page.</param>
    public static Payload Of(string apiVersion, string kind, ListAnswer answer)
    {
        var head = Head(apiVersion, kind, answer);
        var cached = answer.Items as CachedObjects;
        var pieces = new List<ReadOnlyMemory<byte>>((answer.Items.Count * (cached is null ? 2 : 4)) + 2) { head };
        long length = head.Length + End.Length;
        for (var i = 0; i < answer.Items.Count; i++)
        {
            if (i > 0)
            {
                pieces.Add(Comma);
                length++;
            }

            if (cached is not null)
            {
                length += cached.AddPieces(i, pieces);
                continue;
            }

            var item = answer.Items[i];
            pieces.Add(item);
            length += item.Length;
        }

        pieces.Add(End);
        return new(pieces, length);
    }

    /// <summary>A list of the metadata of objects.</summary>
    /// <param name="version">The version of <c>meta.k8s.io</c>.</param>
    /// <param name="answer">The page.</param>
    public static Payload OfMetadata(string version, ListAnswer answer)
    {
        var head = Head("meta.k8s.io/" + version, "PartialObjectMetadataList", answer);
        var (first, next) = (PartialMetadata.Opening(version, separated: ""), PartialMetadata.Opening(version, separated: ","));
        var cached = answer.Items as CachedObjects;
        var pieces = new List<ReadOnlyMemory<byte>>((answer.Items.Count * 5) + 2) { head };
        long length = head.Length;
        for (var i = 0; i < answer.Items.Count; i++)
        {
            var opening = i == 0 ? first : next;
            pieces.Add(opening);
            length += opening.Length;
            if (cached is not null)
            {
                length += cached.AddMetadata(i, pieces);
            }
            else
            {
                var found = PartialMetadata.Find(answer.Items[i]);
                pieces.Add(found);
                length += found.Length;
            }

            pieces.Add(Close);
            length += Close.Length;
        }

        pieces.Add(End);
        return new(pieces, length + End.Length);
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
