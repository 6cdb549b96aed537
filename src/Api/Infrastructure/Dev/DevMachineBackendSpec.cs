namespace Slipway.Api.Infrastructure.Dev;

/// <summary>The choice between a container and memory.</summary>
public sealed record DevMachineBackendSpec
{
    /// <summary>A container.</summary>
    public DockerMachineBackendSpec? Docker { get; init; }

    /// <summary>Memory: a node that nothing runs on, for trials and tests.</summary>
    public InMemoryMachineBackendSpec? InMemory { get; init; }
}
