using Slipway.Api.Crds;

namespace Slipway.Api.Infrastructure.Dev;

/// <summary>The in memory provisioning settings.</summary>
public sealed record InMemoryProvisioningSettings
{
    /// <summary>The startup duration.</summary>
    [Required]
    public string StartupDuration { get; init => field = value ?? ""; } = "";

    /// <summary>The startup jitter.</summary>
    public string? StartupJitter { get; init; }
}
