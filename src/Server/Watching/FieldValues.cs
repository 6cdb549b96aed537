using System.Text;
using System.Text.Json;

namespace Slipway.Server.Watching;

/// <summary>The values of fields that field selectors may name, read from an object's bytes.</summary>
internal static class FieldValues
{
    /// <summary>The fields that read as <c>false</c> where they are not set.</summary>
    private static readonly HashSet<string> Flags = ["spec.unschedulable", "spec.hostNetwork"];

    /// <summary>The field of an Event that names who sent it, in either of the two places where clients write that.</summary>
    private const string EventSource = "source";

    /// <summary>Reads a field.</summary>
    /// <param name="utf8">The object.</param>
    /// <param name="path">Member names with dots between them, without a leading dot.</param>
    /// <returns>The value as text; empty where there is none.</returns>
    public static string Read(ReadOnlySpan<byte> utf8, string path)
    {
        if (path == EventSource)
        {
            return Read(utf8, "source.component") is { Length: > 0 } component ? component : Read(utf8, "reportingComponent");
        }

        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        foreach (var part in path.AsSpan().Split('.'))
        {
            if (reader.TokenType != JsonTokenType.StartObject || !Enter(ref reader, path.AsSpan()[part]))
            {
                return Flags.Contains(path) ? "false" : "";
            }
        }

        return reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString() ?? "",
            JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            _ => "",
        };
    }

    private static bool Enter(ref Utf8JsonReader reader, ReadOnlySpan<char> member)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(member);
            reader.Read();
            if (found)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }
}
