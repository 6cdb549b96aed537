namespace Slipway.Machinery.Schemas;

/// <summary>A text that is not an OpenAPI v3 schema at all (a schema that is one but not structural is told by <see cref="Structure.StructuralCheck"/>).</summary>
/// <param name="message">What is wrong.</param>
public sealed class SchemaException(string message) : FormatException(message);
