using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Runtime.Clients.Http;

/// <summary>Reads a watch: one JSON object a line, of which only the frame is parsed.</summary>
internal static class WatchReader
{
    private const int LongestLine = 16 * 1024 * 1024;

    /// <summary>Reads events until the stream ends.</summary>
    /// <param name="stream">The body of the answer.</param>
    /// <param name="cancellation">Ends the watch.</param>
    /// <exception cref="ApiException">The server ended the watch with a Status.</exception>
    public static async IAsyncEnumerable<WatchEvent> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var pipe = PipeReader.Create(stream);
        while (true)
        {
            var read = await pipe.ReadAsync(cancellation);
            var buffer = read.Buffer;
            while (TryCutLine(ref buffer, out var line))
            {
                if (line.Length > 0)
                {
                    yield return Parse(line);
                }
            }

            pipe.AdvanceTo(buffer.Start, buffer.End);
            if (buffer.Length > LongestLine)
            {
                throw new InvalidDataException($"A watch sent a line of more than {LongestLine} bytes.");
            }

            if (read.IsCompleted)
            {
                break;
            }
        }

        await pipe.CompleteAsync();
    }

    private static bool TryCutLine(ref ReadOnlySequence<byte> buffer, out byte[] line)
    {
        if (buffer.PositionOf((byte)'\n') is not { } end)
        {
            line = [];
            return false;
        }

        line = buffer.Slice(0, end).ToArray();
        buffer = buffer.Slice(buffer.GetPosition(1, end));
        return true;
    }

    private static WatchEvent Parse(byte[] line)
    {
        var type = "";
        ReadOnlyMemory<byte> value = default;
        var reader = new Utf8JsonReader(line);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals("type"u8);
            var isObject = reader.ValueTextEquals("object"u8);
            reader.Read();
            if (isType)
            {
                type = reader.GetString() ?? "";
                continue;
            }

            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (isObject)
            {
                value = line.AsMemory(start..(int)reader.BytesConsumed);
            }
        }

        return type switch
        {
            "ADDED" => new WatchEvent(WatchEventType.Added, value),
            "MODIFIED" => new WatchEvent(WatchEventType.Modified, value),
            "DELETED" => new WatchEvent(WatchEventType.Deleted, value),
            "BOOKMARK" => new WatchEvent(WatchEventType.Bookmark, value),
            "ERROR" => throw new ApiException(JsonSerializer.Deserialize(value.Span, KubernetesJson.Of<Status>(KubernetesJson.Default)) ?? new Status()),
            _ => throw new InvalidDataException($"A watch sent an event of the unknown type '{type}'."),
        };
    }
}
