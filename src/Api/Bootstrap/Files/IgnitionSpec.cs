using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Bootstrap.Files;

/// <summary>The ignition spec.</summary>
[MinProperties(1)]
public sealed record IgnitionSpec : IOmitEmpty
{
    /// <summary>The container linux config.</summary>
    public ContainerLinuxConfig? ContainerLinuxConfig { get; init; }
}
