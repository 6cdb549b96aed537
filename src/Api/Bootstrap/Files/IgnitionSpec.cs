using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Bootstrap.Files;

/// <summary>Settings for machines that start by Ignition.</summary>
[MinProperties(1)]
public sealed record IgnitionSpec : IOmitEmpty
{
    /// <summary>A configuration to be merged into what is made.</summary>
    public ContainerLinuxConfig? ContainerLinuxConfig { get; init; }
}
