namespace Slipway.Api.Infrastructure.Dev;

/// <summary>How one part of a machine in memory behaves.</summary>
public sealed record InMemoryComponent
{
    /// <summary>How long it takes to start.</summary>
    public InMemoryProvisioningSettings? Provisioning { get; init; }
}
