using Slipway.Api.Crds;
using Slipway.Api.V1Beta1.Infrastructure.Docker;

namespace Slipway.Api.V1Beta1.Infrastructure.Dev;

/// <summary>The dev cluster spec.</summary>
internal sealed record DevClusterSpec
{
    /// <summary>The backend.</summary>
    [Required]
    public DevClusterBackendSpec Backend { get; init => field = value ?? new(); } = new();

    /// <summary>The control plane endpoint.</summary>
    public APIEndpoint? ControlPlaneEndpoint { get; init; }
}
