using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap.Files;

/// <summary>A Container Linux configuration that is merged into the Ignition file.</summary>
internal sealed record ContainerLinuxConfig
{
    /// <summary>The configuration as YAML; it wins over what is made.</summary>
    [Limits(MinLength = 1, MaxLength = 32768)]
    public string? AdditionalConfig { get; init; }

    /// <summary>Whether warnings in it are errors.</summary>
    public bool? Strict { get; init; }
}
