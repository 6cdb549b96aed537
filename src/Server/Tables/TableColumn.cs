using System.Text.Json.Nodes;

namespace Slipway.Server.Tables;

/// <summary>A column and how its cells are made.</summary>
/// <param name="Name">The heading.</param>
/// <param name="Type"><c>string</c>, <c>integer</c>, <c>number</c>, <c>boolean</c> or <c>date</c>.</param>
/// <param name="Cell">Makes the cell of an object; null where there is nothing to show. Takes the object and the time.</param>
internal sealed record TableColumn(string Name, string Type, Func<JsonObject, DateTimeOffset, JsonNode?> Cell)
{
    /// <summary>The OpenAPI format; <c>name</c> marks the object's name.</summary>
    public string Format { get; init; } = "";

    /// <summary>What the column tells.</summary>
    public string Description { get; init; } = "";

    /// <summary>0 is always shown; more only in wide output.</summary>
    public int Priority { get; init; }
}
