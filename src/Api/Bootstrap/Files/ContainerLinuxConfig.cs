using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Bootstrap.Files;

/// <summary>The container linux config.</summary>
[MinProperties(1)]
public sealed record ContainerLinuxConfig : IOmitEmpty
{
    /// <summary>The additional config.</summary>
    [Limits(MinLength = 1, MaxLength = 32768)]
    public string? AdditionalConfig { get; init; }

    /// <summary>The strict.</summary>
    public bool? Strict { get; init; }
}
