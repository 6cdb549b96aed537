using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Slipway.Machinery.Protobuf;
using Slipway.Server.OpenApi;
using Slipway.Server.Watching;

namespace Slipway.Server.Protobuf;

/// <summary>Events of watches as protocol buffers: four bytes of length, then a WatchEvent whose object stands in its envelope.</summary>
internal static class ProtobufFrames
{
    /// <summary>The media type of such a stream.</summary>
    public const string MediaType = ProtobufObjects.MediaType + ";stream=watch";

    private static readonly ConditionalWeakTable<WatchItem, byte[]> Known = [];

    /// <summary>The frame of an event, made once for all who watch.</summary>
    /// <param name="item">The event.</param>
    public static ReadOnlyMemory<byte> Of(WatchItem item) => Known.GetValue(item, static i => Make(i.Line));

    /// <summary>Makes the frame of an event.</summary>
    /// <param name="line">The event as it stands in a JSON watch.</param>
    public static byte[] Make(ReadOnlyMemory<byte> line)
    {
        using var document = JsonDocument.Parse(line);
        var inner = ProtobufObjects.FromJson(document.RootElement.GetProperty("object"));
        var message = ProtobufWriter.WriteEvent(document.RootElement.GetProperty("type").GetString()!, inner.Span, BuiltInSchemas.Meta("WatchEvent"));
        var frame = new byte[sizeof(int) + message.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, message.Length);
        message.CopyTo(frame.AsMemory(sizeof(int)));
        return frame;
    }
}
