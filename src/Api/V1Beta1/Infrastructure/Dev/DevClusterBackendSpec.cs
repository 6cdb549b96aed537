using Slipway.Api.Infrastructure.Dev;

namespace Slipway.Api.V1Beta1.Infrastructure.Dev;

/// <summary>The choice between containers and memory.</summary>
internal sealed record DevClusterBackendSpec
{
    /// <summary>Containers.</summary>
    public DockerClusterBackendSpec? Docker { get; init; }

    /// <summary>Memory: API servers without machines, for trials and tests.</summary>
    public InMemoryClusterBackendSpec? InMemory { get; init; }
}
