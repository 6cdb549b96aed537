using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Bootstrap.Joining;

/// <summary>The patches.</summary>
[MinProperties(1)]
public sealed record Patches : IOmitEmpty
{
    /// <summary>The directory.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? Directory { get; init; }
}
