using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Core.MachineSets;

/// <summary>The machine naming strategy.</summary>
internal sealed record MachineNamingStrategy
{
    /// <summary>The template.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? Template { get; init; }
}
