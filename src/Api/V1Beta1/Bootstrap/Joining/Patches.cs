using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap.Joining;

/// <summary>The patches.</summary>
internal sealed record Patches
{
    /// <summary>The directory.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? Directory { get; init; }
}
