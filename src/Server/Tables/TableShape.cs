using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Server.Resources;

namespace Slipway.Server.Tables;

/// <summary>The columns of a version's tables; made once for each version.</summary>
internal static class TableShape
{
    private static readonly ConditionalWeakTable<ResourceVersion, IReadOnlyList<TableColumn>> Known = [];

    /// <summary>The columns of a version: its own printer columns, a built-in kind's, or name and age.</summary>
    /// <param name="definition">The kind.</param>
    /// <param name="version">The version.</param>
    public static IReadOnlyList<TableColumn> Of(ResourceDefinition definition, ResourceVersion version) =>
        Known.GetValue(version, v => Make(definition, v));

    private static IReadOnlyList<TableColumn> Make(ResourceDefinition definition, ResourceVersion version)
    {
        if (version.Columns.Count > 0)
        {
            return [Columns.Name, .. version.Columns.Select(Custom)];
        }

        return definition.BuiltIn && BuiltInTables.Find(definition.Kind) is { } known ? known : [Columns.Name, Columns.Age];
    }

    private static TableColumn Custom(PrinterColumn column)
    {
        var path = JsonPath.Parse(column.JsonPath);
        return new(column.Name, column.Type, (json, now) => Cell(column.Type, path.First(json), now))
        {
            Format = column.Format,
            Description = column.Description,
            Priority = column.Priority,
        };
    }

    /// <summary>A value as its column's type shows it; nothing where it is of another type.</summary>
    private static JsonNode? Cell(string type, JsonNode? value, DateTimeOffset now)
    {
        if (value is null)
        {
            return null;
        }

        var kind = value.GetValueKind();
        return type switch
        {
            "integer" => kind == JsonValueKind.Number && value is JsonValue number ? Whole(number) : null,
            "number" => kind == JsonValueKind.Number ? value.DeepClone() : null,
            "boolean" => kind is JsonValueKind.True or JsonValueKind.False ? value.DeepClone() : null,
            "date" => kind == JsonValueKind.String ? Ages.Since((string?)value, now) : null,
            _ => kind == JsonValueKind.String ? value.DeepClone() : value.ToJsonString(),
        };
    }

    private static JsonNode? Whole(JsonValue number) =>
        number.TryGetValue(out long whole) ? whole : number.TryGetValue(out double real) ? (long)real : null;
}
