using System.Buffers;
using System.Text.Json;

namespace Slipway.Runtime.Clients.Http;

/// <summary>Writes the body of a deletion.</summary>
internal static class RemovalBody
{
    /// <summary>A <c>DeleteOptions</c> object.</summary>
    /// <param name="options">How to delete.</param>
    public static ReadOnlyMemory<byte> Write(DeleteOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("kind"u8, "DeleteOptions"u8);
            writer.WriteString("apiVersion"u8, "v1"u8);
            if (options.PropagationPolicy is { } policy)
            {
                writer.WriteString("propagationPolicy"u8, policy);
            }

            if (options.GracePeriodSeconds is { } seconds)
            {
                writer.WriteNumber("gracePeriodSeconds"u8, seconds);
            }

            if (options.DryRun)
            {
                writer.WriteStartArray("dryRun"u8);
                writer.WriteStringValue("All"u8);
                writer.WriteEndArray();
            }

            WritePreconditions(writer, options);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WritePreconditions(Utf8JsonWriter writer, DeleteOptions options)
    {
        if (options.Uid is null && options.ResourceVersion is null)
        {
            return;
        }

        writer.WriteStartObject("preconditions"u8);
        if (options.Uid is { } uid)
        {
            writer.WriteString("uid"u8, uid);
        }

        if (options.ResourceVersion is { } version)
        {
            writer.WriteString("resourceVersion"u8, version);
        }

        writer.WriteEndObject();
    }
}
