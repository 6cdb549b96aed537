namespace Slipway.Server.Resources;

/// <summary>A column of a kind's tables.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Type"><c>string</c>, <c>integer</c>, <c>number</c>, <c>boolean</c> or <c>date</c>.</param>
/// <param name="JsonPath">Where the value is.</param>
/// <param name="Priority">0 is always shown; more only in wide output.</param>
/// <param name="Description">What the column tells.</param>
/// <param name="Format">The OpenAPI format, for example <c>name</c>; may be empty.</param>
internal sealed record PrinterColumn(string Name, string Type, string JsonPath, int Priority = 0, string Description = "", string Format = "");
