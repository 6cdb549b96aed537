using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;

namespace Slipway.Api.Infrastructure.Dev;

/// <summary>The infrastructure wanted.</summary>
public sealed record DevClusterSpec
{
    /// <summary>Whether the cluster is made of containers or in memory.</summary>
    [Required]
    public DevClusterBackendSpec Backend { get; init => field = value ?? new(); } = new();

    /// <summary>Where the API server of the cluster can be reached.</summary>
    public APIEndpoint? ControlPlaneEndpoint { get; init; }
}
