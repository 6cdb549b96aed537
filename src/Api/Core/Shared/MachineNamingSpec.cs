using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.Shared;

/// <summary>How machines are named.</summary>
[MinProperties(1)]
public sealed record MachineNamingSpec : IOmitEmpty
{
    /// <summary>A template of names with placeholders such as {{ .cluster.name }}; it must contain {{ .random }}.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? Template { get; init; }
}
