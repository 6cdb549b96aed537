namespace Slipway.Api.Infrastructure.Dev;

/// <summary>The dev machine backend spec.</summary>
public sealed record DevMachineBackendSpec
{
    /// <summary>The docker.</summary>
    public DockerMachineBackendSpec? Docker { get; init; }

    /// <summary>The in memory.</summary>
    public InMemoryMachineBackendSpec? InMemory { get; init; }
}
