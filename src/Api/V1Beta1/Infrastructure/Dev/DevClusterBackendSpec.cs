using Slipway.Api.Infrastructure.Dev;

namespace Slipway.Api.V1Beta1.Infrastructure.Dev;

/// <summary>The dev cluster backend spec.</summary>
internal sealed record DevClusterBackendSpec
{
    /// <summary>The docker.</summary>
    public DockerClusterBackendSpec? Docker { get; init; }

    /// <summary>The in memory.</summary>
    public InMemoryClusterBackendSpec? InMemory { get; init; }
}
