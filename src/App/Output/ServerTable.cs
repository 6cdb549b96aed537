using System.Globalization;
using System.Text.Json.Nodes;

namespace Slipway.App.Output;

/// <summary>Turns a table of the API into rows of text, as kubectl does. Pure.</summary>
internal static class ServerTable
{
    /// <summary>The media type to ask for.</summary>
    public const string Accept = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";

    /// <summary>The rows, the heading first.</summary>
    /// <param name="table">The Table.</param>
    /// <param name="wide">Which columns.</param>
    /// <param name="withNamespace">Whether objects come from several namespaces: then it is the first column.</param>
    /// <param name="now">The time that ages are counted to.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Rows(JsonNode table, OutputFormat wide, bool withNamespace, DateTimeOffset now)
    {
        var columns = table["columnDefinitions"]!.AsArray()
            .Select((c, at) => (At: at, Name: c!["name"]!.GetValue<string>(), Type: c["type"]!.GetValue<string>(), Priority: c["priority"]?.GetValue<int>() ?? 0))
            .Where(c => c.Priority == 0 || wide == OutputFormat.Wide)
            .ToList();
        List<IReadOnlyList<string>> rows = [[.. withNamespace ? (string[])["NAMESPACE"] : [], .. columns.Select(c => c.Name.ToUpperInvariant())]];
        foreach (var row in table["rows"]!.AsArray())
        {
            var cells = row!["cells"]!.AsArray();
            var lead = withNamespace ? (string[])[row["object"]?["metadata"]?["namespace"]?.GetValue<string>() ?? ""] : [];
            rows.Add([.. lead, .. columns.Select(c => Text(cells[c.At], c.Type, now))]);
        }

        return rows;
    }

    private static string Text(JsonNode? cell, string type, DateTimeOffset now)
    {
        if (cell is null)
        {
            return type == "date" ? "<unknown>" : "";
        }

        var text = cell.ToString();
        return type == "date" && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? AgeText.Of(now - time)
            : text;
    }
}
