using System.Text.Json.Nodes;
using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Core.Topologies;

/// <summary>The value of one variable.</summary>
internal sealed record ClusterVariable
{
    /// <summary>Which of several definitions of the variable is meant; no longer of use.</summary>
    [Limits(MaxLength = 256)]
    public string? DefinitionFrom { get; init; }

    /// <summary>The variable.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The value: any JSON that the variable's schema accepts.</summary>
    [Required]
    public JsonNode? Value { get; init; }
}
