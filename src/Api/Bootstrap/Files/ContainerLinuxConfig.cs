using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Bootstrap.Files;

/// <summary>A Container Linux configuration that is merged into the Ignition file.</summary>
[MinProperties(1)]
public sealed record ContainerLinuxConfig : IOmitEmpty
{
    /// <summary>The configuration as YAML; it wins over what is made.</summary>
    [Limits(MinLength = 1, MaxLength = 32768)]
    public string? AdditionalConfig { get; init; }

    /// <summary>Whether warnings in it are errors.</summary>
    public bool? Strict { get; init; }
}
