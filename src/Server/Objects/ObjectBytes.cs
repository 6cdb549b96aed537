using System.Buffers;
using System.Buffers.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Slipway.Server.Objects;

/// <summary>
/// Objects as UTF-8 JSON. The stored form begins with apiVersion, kind and metadata in this order and carries no
/// resourceVersion, for the store knows that; the shown form is the same bytes with the resourceVersion put in as the
/// first word of the metadata.
/// </summary>
internal static class ObjectBytes
{
    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    /// <summary>Reads an object that this server wrote.</summary>
    /// <param name="utf8">The object, stored or shown.</param>
    public static JsonObject Parse(ReadOnlyMemory<byte> utf8) => JsonNode.Parse(utf8.Span)!.AsObject();

    /// <summary>Writes the stored form; the managed fields come last in the metadata.</summary>
    /// <param name="value">The object with apiVersion, kind and metadata.</param>
    public static byte[] Write(JsonObject value)
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(4096);
        var writer = _writer ??= new Utf8JsonWriter(buffer, WriterOptions);
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        writer.WriteStartObject();
        Member(writer, value, "apiVersion");
        Member(writer, value, "kind");
        writer.WritePropertyName("metadata"u8);
        WriteMetadata(writer, value["metadata"] as JsonObject ?? []);
        foreach (var (name, member) in value)
        {
            if (name is not ("apiVersion" or "kind" or "metadata"))
            {
                Member(writer, name, member);
            }
        }

        writer.WriteEndObject();
        writer.Flush();
        var written = buffer.WrittenSpan.ToArray();
        if (buffer.Capacity > 1 << 20)
        {
            // One huge object must not be remembered by every thread.
            _buffer = null;
            _writer = null;
        }

        return written;
    }

    /// <summary>Writes any JSON in the house's form.</summary>
    /// <param name="value">The JSON.</param>
    public static byte[] WriteAny(JsonNode value)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var writer = new Utf8JsonWriter(buffer, WriterOptions);
        value.WriteTo(writer);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Makes the shown form of stored bytes.</summary>
    /// <param name="stored">The stored form.</param>
    /// <param name="metadataAt">The offset just behind the opening brace of the metadata; see <see cref="StoredHead"/>.</param>
    /// <param name="revision">The revision of the object's last change.</param>
    public static byte[] Show(ReadOnlySpan<byte> stored, int metadataAt, long revision)
    {
        Span<byte> digits = stackalloc byte[20];
        _ = Utf8Formatter.TryFormat(revision, digits, out var length);
        var head = "\"resourceVersion\":\""u8;
        var isEmpty = stored[metadataAt] == (byte)'}';
        var shown = new byte[stored.Length + head.Length + length + (isEmpty ? 1 : 2)];
        var rest = shown.AsSpan();
        stored[..metadataAt].CopyTo(rest);
        rest = rest[metadataAt..];
        head.CopyTo(rest);
        rest = rest[head.Length..];
        digits[..length].CopyTo(rest);
        rest = rest[length..];
        rest[0] = (byte)'"';
        if (!isEmpty)
        {
            rest[1] = (byte)',';
        }

        stored[metadataAt..].CopyTo(rest[(isEmpty ? 1 : 2)..]);
        return shown;
    }

    /// <summary>The words that tell the resource version: what <see cref="Show(ReadOnlySpan{byte}, int, long)"/> puts at the start of the metadata.</summary>
    /// <param name="revision">The revision of the object's last change.</param>
    /// <param name="alone">Whether nothing follows in the metadata.</param>
    public static byte[] RevisionWord(long revision, bool alone)
    {
        Span<byte> digits = stackalloc byte[20];
        _ = Utf8Formatter.TryFormat(revision, digits, out var length);
        return alone
            ? [.. "\"resourceVersion\":\""u8, .. digits[..length], (byte)'"']
            : [.. "\"resourceVersion\":\""u8, .. digits[..length], (byte)'"', (byte)','];
    }

    /// <summary>The stored form of shown bytes.</summary>
    /// <param name="shown">The shown form.</param>
    /// <param name="metadataAt">The offset just behind the opening brace of the metadata.</param>
    /// <param name="revision">The revision that is spliced in.</param>
    public static byte[] Hide(ReadOnlySpan<byte> shown, int metadataAt, long revision)
    {
        var gap = "\"resourceVersion\":\"\""u8.Length + Digits(revision);
        var end = metadataAt + gap + (shown[metadataAt + gap] == (byte)',' ? 1 : 0);
        return [.. shown[..metadataAt], .. shown[end..]];
    }

    /// <summary>Makes the shown form of a tree.</summary>
    /// <param name="value">The object.</param>
    /// <param name="revision">The revision of its last change; 0 for none.</param>
    public static byte[] Show(JsonObject value, long revision)
    {
        var stored = Write(value);
        return revision == 0 ? stored : Show(stored, StoredHead.FindMetadata(stored), revision);
    }

    /// <summary>Whether a tree would be stored as what is stored already; the order of members does not count.</summary>
    /// <param name="written">The stored form of the tree.</param>
    /// <param name="shown">The shown form of what is stored.</param>
    /// <param name="metadataAt">Where the metadata of both begins.</param>
    /// <param name="revision">The revision spliced into <paramref name="shown"/>.</param>
    public static bool SameBytes(ReadOnlySpan<byte> written, ReadOnlySpan<byte> shown, int metadataAt, long revision)
    {
        var gap = shown.Length - written.Length;
        return gap == "\"resourceVersion\":\"\","u8.Length + Digits(revision)
            && written[..metadataAt].SequenceEqual(shown[..metadataAt])
            && written[metadataAt..].SequenceEqual(shown[(metadataAt + gap)..]);
    }

    /// <summary>Whether the lengths alone allow that both are the same object.</summary>
    /// <param name="written">The stored form of one.</param>
    /// <param name="shown">The shown form of the other.</param>
    /// <param name="revision">The revision spliced into <paramref name="shown"/>.</param>
    public static bool SameLength(ReadOnlySpan<byte> written, ReadOnlySpan<byte> shown, long revision) =>
        shown.Length - written.Length == "\"resourceVersion\":\"\","u8.Length + Digits(revision);

    private static int Digits(long revision)
    {
        var digits = 1;
        while ((revision /= 10) > 0)
        {
            digits++;
        }

        return digits;
    }

    private static void WriteMetadata(Utf8JsonWriter writer, JsonObject metadata)
    {
        writer.WriteStartObject();
        foreach (var (name, member) in metadata)
        {
            if (name is not ("resourceVersion" or "managedFields" or "selfLink"))
            {
                Member(writer, name, member);
            }
        }

        Member(writer, metadata, "managedFields");
        writer.WriteEndObject();
    }

    private static void Member(Utf8JsonWriter writer, JsonObject value, string name)
    {
        if (value[name] is { } member)
        {
            Member(writer, name, member);
        }
    }

    private static void Member(Utf8JsonWriter writer, string name, JsonNode? member)
    {
        writer.WritePropertyName(name);
        if (member is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            member.WriteTo(writer);
        }
    }
}
