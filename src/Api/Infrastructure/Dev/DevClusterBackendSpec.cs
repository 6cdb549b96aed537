namespace Slipway.Api.Infrastructure.Dev;

/// <summary>The dev cluster backend spec.</summary>
public sealed record DevClusterBackendSpec
{
    /// <summary>The docker.</summary>
    public DockerClusterBackendSpec? Docker { get; init; }

    /// <summary>The in memory.</summary>
    public InMemoryClusterBackendSpec? InMemory { get; init; }
}
