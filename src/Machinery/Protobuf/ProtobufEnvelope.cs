using System.Text;

namespace Slipway.Machinery.Protobuf;

/// <summary>What stands around every message on the wire: four bytes that tell it from all else, and its kind.</summary>
/// <param name="ApiVersion">The group and version of the object.</param>
/// <param name="Kind">The kind of the object.</param>
public readonly record struct ProtobufEnvelope(string ApiVersion, string Kind)
{
    private const int TypeMeta = 1;
    private const int Raw = 2;
    private const int ContentEncoding = 3;
    private const int ContentType = 4;

    private static ReadOnlySpan<byte> Magic => "k8s\0"u8;

    /// <summary>Puts the envelope around a message.</summary>
    /// <param name="message">The message.</param>
    public ReadOnlyMemory<byte> Wrap(ReadOnlySpan<byte> message)
    {
        var buffer = new ReverseBuffer(message.Length + 128);
        buffer.Bytes(message);
        buffer.Close(Raw, 0);
        var before = buffer.Length;
        buffer.Text(Kind);
        buffer.Close(2, before);
        var middle = buffer.Length;
        buffer.Text(ApiVersion);
        buffer.Close(1, middle);
        buffer.Close(TypeMeta, before);
        buffer.Bytes(Magic);
        return buffer.Written;
    }

    /// <summary>Opens an envelope.</summary>
    /// <param name="bytes">All of it.</param>
    /// <param name="message">The message inside.</param>
    /// <exception cref="ProtobufException">It is none, or what it holds is compressed or no message.</exception>
    public static ProtobufEnvelope Open(ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> message)
    {
        if (!bytes.StartsWith(Magic))
        {
            throw new ProtobufException("provided data does not appear to be a protobuf message, expected prefix [107 56 115 0]");
        }

        var envelope = default(ProtobufEnvelope);
        message = default;
        var reader = new WireReader(bytes[Magic.Length..]);
        while (!reader.AtEnd)
        {
            var (field, wire) = reader.Tag();
            if (wire != WireType.Delimited)
            {
                reader.Skip(wire);
                continue;
            }

            var content = reader.Delimited();
            switch (field)
            {
                case TypeMeta:
                    envelope = ReadType(content);
                    break;
                case Raw:
                    message = content;
                    break;
                case ContentEncoding when !content.IsEmpty:
                case ContentType when !content.IsEmpty && !content.SequenceEqual("application/vnd.kubernetes.protobuf"u8):
                    throw new ProtobufException($"the protobuf envelope holds something encoded as {Encoding.UTF8.GetString(content)}, which is not supported");
            }
        }

        return envelope with { ApiVersion = envelope.ApiVersion ?? "", Kind = envelope.Kind ?? "" };
    }

    private static ProtobufEnvelope ReadType(ReadOnlySpan<byte> bytes)
    {
        var (apiVersion, kind) = ("", "");
        var reader = new WireReader(bytes);
        while (!reader.AtEnd)
        {
            var (field, wire) = reader.Tag();
            if (wire != WireType.Delimited || field is not (1 or 2))
            {
                reader.Skip(wire);
            }
            else if (field == 1)
            {
                apiVersion = Encoding.UTF8.GetString(reader.Delimited());
            }
            else
            {
                kind = Encoding.UTF8.GetString(reader.Delimited());
            }
        }

        return new(apiVersion, kind);
    }
}
