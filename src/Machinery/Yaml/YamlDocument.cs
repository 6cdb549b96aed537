using System.Text.Json.Nodes;

namespace Slipway.Machinery.Yaml;

/// <summary>One document of a YAML stream.</summary>
/// <param name="Root">What it says, as JSON.</param>
/// <param name="Line">The line where its content begins, from 1.</param>
/// <param name="FileName">Where it came from.</param>
public sealed record YamlDocument(JsonNode Root, long Line, string FileName);
