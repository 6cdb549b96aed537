namespace Slipway.Api.Infrastructure.Dev;

/// <summary>The choice between containers and memory.</summary>
public sealed record DevClusterBackendSpec
{
    /// <summary>Containers.</summary>
    public DockerClusterBackendSpec? Docker { get; init; }

    /// <summary>Memory: API servers without machines, for trials and tests.</summary>
    public InMemoryClusterBackendSpec? InMemory { get; init; }
}
