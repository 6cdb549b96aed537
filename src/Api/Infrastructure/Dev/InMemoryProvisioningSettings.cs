using Slipway.Api.Crds;

namespace Slipway.Api.Infrastructure.Dev;

/// <summary>How long something in memory takes to start.</summary>
public sealed record InMemoryProvisioningSettings
{
    /// <summary>The time, as in "10s".</summary>
    [Required]
    public string StartupDuration { get; init => field = value ?? ""; } = "";

    /// <summary>How much longer it may take by chance, as a share of the time: "0.2" for up to a fifth.</summary>
    public string? StartupJitter { get; init; }
}
