using System.Text.Json.Nodes;

namespace Slipway.Machinery.Json;

/// <summary>What <see cref="StrictJson"/> read.</summary>
/// <param name="Root">The document; of members with the same name the last one. Null for JSON's null.</param>
/// <param name="Duplicates">The paths of members that stand more than once, for example <c>spec.replicas</c>; each once.</param>
public sealed record StrictDocument(JsonNode? Root, IReadOnlyList<string> Duplicates);
