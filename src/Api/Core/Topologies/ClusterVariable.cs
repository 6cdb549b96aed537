using System.Text.Json.Nodes;
using Slipway.Api.Crds;

namespace Slipway.Api.Core.Topologies;

/// <summary>The cluster variable.</summary>
public sealed record ClusterVariable
{
    /// <summary>The name.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The value.</summary>
    [Required]
    public JsonNode? Value { get; init; }
}
