using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Slipway.Server.Http.Answers;

/// <summary>JSON for a person's eyes.</summary>
internal static class PrettyJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>The same JSON, indented by two spaces, with a line feed at the end.</summary>
    /// <param name="json">UTF-8 JSON.</param>
    public static byte[] Indent(ReadOnlySpan<byte> json)
    {
        var buffer = new ArrayBufferWriter<byte>(json.Length * 2);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        using (var document = JsonDocument.Parse(json.ToArray()))
        {
            document.RootElement.WriteTo(writer);
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }
}
