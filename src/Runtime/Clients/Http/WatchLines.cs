using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Slipway.Runtime.Clients.Http;

/// <summary>Reads a watch: one JSON object a line.</summary>
internal static class WatchLines
{
    private static readonly (byte[] Head, WatchEventType Type)[] Known =
    [
        ("{\"type\":\"ADDED\",\"object\":"u8.ToArray(), WatchEventType.Added),
        ("{\"type\":\"MODIFIED\",\"object\":"u8.ToArray(), WatchEventType.Modified),
        ("{\"type\":\"DELETED\",\"object\":"u8.ToArray(), WatchEventType.Deleted),
        ("{\"type\":\"BOOKMARK\",\"object\":"u8.ToArray(), WatchEventType.Bookmark),
    ];

    /// <summary>Reads events until the stream ends.</summary>
    /// <param name="stream">The body of the answer.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="ApiException">The server sent an error in place of an event.</exception>
    public static async IAsyncEnumerable<WatchEvent> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 16 * 1024));
        try
        {
            while (true)
            {
                var result = await reader.ReadAsync(cancellation);
                var buffer = result.Buffer;
                while (TryTakeLine(ref buffer, out var line))
                {
                    if (!line.IsEmpty)
                    {
                        yield return Parse(line.ToArray());
                    }
                }

                reader.AdvanceTo(buffer.Start, buffer.End);
                if (result.IsCompleted)
                {
                    yield break;
                }
            }
        }
        finally
        {
            await reader.CompleteAsync();
        }
    }

    private static bool TryTakeLine(ref ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> line)
    {
        if (buffer.PositionOf((byte)'\n') is not { } end)
        {
            line = default;
            return false;
        }

        line = buffer.Slice(0, end);
        buffer = buffer.Slice(buffer.GetPosition(1, end));
        return true;
    }

    /// <summary>Every server writes type and object in this order without blanks, so the object need not be parsed to be found.</summary>
    private static WatchEvent Parse(byte[] line)
    {
        foreach (var (head, type) in Known)
        {
            if (line.AsSpan().StartsWith(head) && line[^1] == '}')
            {
                return new(type, line.AsMemory(head.Length, line.Length - head.Length - 1));
            }
        }

        return ParseUnusual(line);
    }

    private static WatchEvent ParseUnusual(byte[] line)
    {
        var name = "";
        ReadOnlyMemory<byte> found = default;
        var reader = new Utf8JsonReader(line);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals("type"u8);
            var isObject = reader.ValueTextEquals("object"u8);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            if (isType)
            {
                name = reader.GetString() ?? "";
            }

            reader.Skip();
            if (isObject)
            {
                found = line.AsMemory(start..(int)reader.BytesConsumed);
            }
        }

        return name switch
        {
            "ADDED" => new(WatchEventType.Added, found),
            "MODIFIED" => new(WatchEventType.Modified, found),
            "DELETED" => new(WatchEventType.Deleted, found),
            "BOOKMARK" => new(WatchEventType.Bookmark, found),
            "ERROR" => throw AnswerStatus.Read(500, found.Span),
            _ => throw new JsonException($"A watch sent an event of the unknown type '{name}'."),
        };
    }
}
