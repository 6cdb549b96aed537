using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Machinery.Yaml;

namespace Slipway.App.Output;

/// <summary>Writes results.</summary>
internal static class Printer
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a value as JSON or YAML.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="value">The value.</param>
    /// <param name="format"><see cref="OutputFormat.Json"/> or <see cref="OutputFormat.Yaml"/>.</param>
    public static void Write(Terminal terminal, JsonNode value, OutputFormat format)
    {
        if (format == OutputFormat.Yaml)
        {
            terminal.Out.Write(YamlWriter.Write(value));
            return;
        }

        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Indented))
        {
            value.WriteTo(writer);
        }

        terminal.Out.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }

    /// <summary>Writes rows in columns of equal width, two spaces apart.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="rows">The rows, the heading first.</param>
    public static void Write(Terminal terminal, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Count).Select(i => rows.Max(r => r[i].Length)).ToArray();
        foreach (var row in rows)
        {
            terminal.Out.WriteLine(string.Concat(row.Select((cell, i) => cell.PadRight(widths[i] + 3))).TrimEnd());
        }
    }
}
