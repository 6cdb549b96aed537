using Slipway.Api.Crds;
using Slipway.Api.Infrastructure.Dev;

namespace Slipway.Api.V1Beta1.Infrastructure.Dev;

/// <summary>The dev machine spec.</summary>
internal sealed record DevMachineSpec
{
    /// <summary>The backend.</summary>
    [Required]
    public DevMachineBackendSpec Backend { get; init => field = value ?? new(); } = new();

    /// <summary>The provider ID.</summary>
    public string? ProviderID { get; init; }
}
