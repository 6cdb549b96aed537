namespace Slipway.Api.Crds;

/// <summary>A column of the tables that <c>kubectl get</c> prints.</summary>
/// <param name="name">The heading.</param>
/// <param name="path">Where the value stands, as a JSON path.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
internal sealed class ColumnAttribute(string name, string path) : Attribute
{
    /// <summary>The heading.</summary>
    public string Name { get; } = name;

    /// <summary>Where the value stands, as a JSON path.</summary>
    public string Path { get; } = path;

    /// <summary><c>string</c>, <c>integer</c>, <c>boolean</c> or <c>date</c>.</summary>
    public string Type { get; init; } = "string";

    /// <summary>0 is always shown; more only with <c>-o wide</c>.</summary>
    public int Priority { get; init; }

    /// <summary>The OpenAPI format; empty for none.</summary>
    public string Format { get; init; } = "";
}
