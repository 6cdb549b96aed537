namespace Slipway.Api.V1Beta1.Bootstrap.Files;

/// <summary>Settings for machines that start by Ignition.</summary>
internal sealed record IgnitionSpec
{
    /// <summary>A configuration to be merged into what is made.</summary>
    public ContainerLinuxConfig? ContainerLinuxConfig { get; init; }
}
