namespace Slipway.Api.V1Beta1.Bootstrap.Files;

/// <summary>The ignition spec.</summary>
internal sealed record IgnitionSpec
{
    /// <summary>The container linux config.</summary>
    public ContainerLinuxConfig? ContainerLinuxConfig { get; init; }
}
