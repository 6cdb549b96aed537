namespace Slipway.Api.Infrastructure.Dev;

/// <summary>The in memory component.</summary>
public sealed record InMemoryComponent
{
    /// <summary>The provisioning.</summary>
    public InMemoryProvisioningSettings? Provisioning { get; init; }
}
