using System.Text.Json.Nodes;
using Slipway.Api.Crds;

namespace Slipway.Api.Core.Topologies;

/// <summary>The value of one variable.</summary>
public sealed record ClusterVariable
{
    /// <summary>The variable.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The value: any JSON that the variable's schema accepts.</summary>
    [Required]
    public JsonNode? Value { get; init; }
}
