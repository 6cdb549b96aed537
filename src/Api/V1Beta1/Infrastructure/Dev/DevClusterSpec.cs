using Slipway.Api.Crds;
using Slipway.Api.V1Beta1.Infrastructure.Docker;

namespace Slipway.Api.V1Beta1.Infrastructure.Dev;

/// <summary>The infrastructure wanted.</summary>
internal sealed record DevClusterSpec
{
    /// <summary>Whether the cluster is made of containers or in memory.</summary>
    [Required]
    public DevClusterBackendSpec Backend { get; init => field = value ?? new(); } = new();

    /// <summary>Where the API server of the cluster can be reached.</summary>
    public APIEndpoint? ControlPlaneEndpoint { get; init; }
}
