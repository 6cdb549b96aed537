using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Slipway.Server.Tables;

/// <summary>Writes objects as a <c>meta.k8s.io</c> Table.</summary>
/// <param name="columns">The columns.</param>
/// <param name="version">The version of <c>meta.k8s.io</c>.</param>
/// <param name="include">What each row carries besides its cells.</param>
/// <param name="now">The present, for ages.</param>
internal sealed class TableWriter(IReadOnlyList<TableColumn> columns, string version, RowObject include, DateTimeOffset now)
{
    /// <summary>How tables are written.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes a whole table.</summary>
    /// <param name="writer">Takes the table.</param>
    /// <param name="writeMetadata">Writes the property <c>metadata</c>.</param>
    /// <param name="objects">The rows' objects as UTF-8 JSON.</param>
    /// <param name="headed">Whether to tell the columns: in a watch only the first event does.</param>
    public void Write(Utf8JsonWriter writer, Action<Utf8JsonWriter> writeMetadata, IEnumerable<ReadOnlyMemory<byte>> objects, HeadingRule headed)
    {
        writer.WriteStartObject();
        writer.WriteString("kind"u8, "Table"u8);
        writer.WriteString("apiVersion"u8, "meta.k8s.io/" + version);
        writeMetadata(writer);
        WriteColumns(writer, headed);
        writer.WriteStartArray("rows"u8);
        foreach (var json in objects)
        {
            WriteRow(writer, json);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void WriteColumns(Utf8JsonWriter writer, HeadingRule headed)
    {
        writer.WriteStartArray("columnDefinitions"u8);
        foreach (var column in headed == HeadingRule.Told ? columns : [])
        {
            writer.WriteStartObject();
            writer.WriteString("name"u8, column.Name);
            writer.WriteString("type"u8, column.Type);
            writer.WriteString("format"u8, column.Format);
            writer.WriteString("description"u8, column.Description);
            writer.WriteNumber("priority"u8, column.Priority);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteRow(Utf8JsonWriter writer, ReadOnlyMemory<byte> json)
    {
        var node = JsonNode.Parse(json.Span) as JsonObject ?? [];
        writer.WriteStartObject();
        writer.WriteStartArray("cells"u8);
        foreach (var column in columns)
        {
            if (column.Cell(node, now) is { } cell)
            {
                cell.WriteTo(writer);
            }
            else
            {
                writer.WriteNullValue();
            }
        }

        writer.WriteEndArray();
        writer.WritePropertyName("object"u8);
        switch (include)
        {
            case RowObject.None:
                writer.WriteNullValue();
                break;
            case RowObject.Object:
                writer.WriteRawValue(json.Span, skipInputValidation: true);
                break;
            default:
                PartialMetadata.Write(writer, json, version);
                break;
        }

        writer.WriteEndObject();
    }
}
