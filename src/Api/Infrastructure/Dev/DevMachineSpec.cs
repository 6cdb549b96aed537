using Slipway.Api.Crds;

namespace Slipway.Api.Infrastructure.Dev;

/// <summary>The dev machine spec.</summary>
public sealed record DevMachineSpec
{
    /// <summary>The backend.</summary>
    [Required]
    public DevMachineBackendSpec Backend { get; init => field = value ?? new(); } = new();

    /// <summary>The provider ID.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? ProviderID { get; init; }
}
