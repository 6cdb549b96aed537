using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Core.MachineSets;

/// <summary>How machines are named.</summary>
internal sealed record MachineNamingStrategy
{
    /// <summary>A template of names with placeholders such as {{ .cluster.name }}; it must contain {{ .random }}.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? Template { get; init; }
}
