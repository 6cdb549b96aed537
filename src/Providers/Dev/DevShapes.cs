using Slipway.Api.Infrastructure.Dev;
using Slipway.Api.Infrastructure.Docker;

namespace Slipway.Providers.Dev;

/// <summary>Where DevCluster and DevMachine keep what the backends know.</summary>
internal sealed class DevShapes : IClusterShape<DevCluster>, IMachineShape<DevMachine>
{
    private DevShapes()
    {
    }

    /// <inheritdoc/>
    public static InfraCluster Read(DevCluster value) => new(value.Metadata, value.Spec.Backend.InMemory is null ? BackendKind.Docker : BackendKind.InMemory)
    {
        Endpoint = value.Spec.ControlPlaneEndpoint,
        WantedFailureDomains = value.Spec.Backend.Docker?.FailureDomains ?? [],
        FailureDomains = value.Status.FailureDomains,
        Provisioned = value.Status.Initialization?.Provisioned == true,
        Conditions = value.Status.Conditions,
    };

    /// <inheritdoc/>
    public static DevCluster Write(DevCluster value, InfraCluster report) => value with
    {
        Metadata = report.Metadata,
        Spec = value.Spec with { ControlPlaneEndpoint = report.Endpoint },
        Status = value.Status with
        {
            FailureDomains = report.FailureDomains,
            Initialization = report.Provisioned ? new InfrastructureInitializationStatus { Provisioned = true } : value.Status.Initialization,
            Conditions = report.Conditions,
        },
    };

    /// <inheritdoc/>
    public static InfraMachine Read(DevMachine value) => new(value.Metadata, value.Spec.Backend.InMemory is null ? BackendKind.Docker : BackendKind.InMemory)
    {
        Boot = value.Spec.Backend.InMemory,
        ProviderId = value.Spec.ProviderID,
        Addresses = value.Status.Addresses,
        FailureDomain = value.Status.FailureDomain,
        Provisioned = value.Status.Initialization?.Provisioned == true,
        Conditions = value.Status.Conditions,
    };

    /// <inheritdoc/>
    public static DevMachine Write(DevMachine value, InfraMachine report) => value with
    {
        Metadata = report.Metadata,
        Spec = value.Spec with { ProviderID = report.ProviderId },
        Status = value.Status with
        {
            Addresses = report.Addresses,
            FailureDomain = report.FailureDomain,
            Initialization = report.Provisioned ? new InfrastructureInitializationStatus { Provisioned = true } : value.Status.Initialization,
            Conditions = report.Conditions,
        },
    };
}
