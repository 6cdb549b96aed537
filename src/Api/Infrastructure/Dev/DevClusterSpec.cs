using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;

namespace Slipway.Api.Infrastructure.Dev;

/// <summary>The dev cluster spec.</summary>
public sealed record DevClusterSpec
{
    /// <summary>The backend.</summary>
    [Required]
    public DevClusterBackendSpec Backend { get; init => field = value ?? new(); } = new();

    /// <summary>The control plane endpoint.</summary>
    public APIEndpoint? ControlPlaneEndpoint { get; init; }
}
