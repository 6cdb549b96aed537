using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap.Files;

/// <summary>The container linux config.</summary>
internal sealed record ContainerLinuxConfig
{
    /// <summary>The additional config.</summary>
    [Limits(MinLength = 1, MaxLength = 32768)]
    public string? AdditionalConfig { get; init; }

    /// <summary>The strict.</summary>
    public bool? Strict { get; init; }
}
