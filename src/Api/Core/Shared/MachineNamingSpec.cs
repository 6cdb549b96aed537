using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Core.Shared;

/// <summary>The machine naming spec.</summary>
[MinProperties(1)]
public sealed record MachineNamingSpec : IOmitEmpty
{
    /// <summary>The template.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? Template { get; init; }
}
