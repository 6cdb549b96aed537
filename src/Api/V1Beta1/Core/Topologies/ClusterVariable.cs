using System.Text.Json.Nodes;
using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Core.Topologies;

/// <summary>The cluster variable.</summary>
internal sealed record ClusterVariable
{
    /// <summary>The definition from.</summary>
    [Limits(MaxLength = 256)]
    public string? DefinitionFrom { get; init; }

    /// <summary>The name.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The value.</summary>
    [Required]
    public JsonNode? Value { get; init; }
}
