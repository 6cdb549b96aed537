using Slipway.Api.Infrastructure.Docker;

namespace Slipway.Providers.Dev;

/// <summary>Where DockerCluster and DockerMachine keep what the backends know.</summary>
internal sealed class DockerShapes : IClusterShape<DockerCluster>, IMachineShape<DockerMachine>
{
    private DockerShapes()
    {
    }

    /// <inheritdoc/>
    public static InfraCluster Read(DockerCluster value) => new(value.Metadata, BackendKind.Docker)
    {
        Endpoint = value.Spec.ControlPlaneEndpoint,
        WantedFailureDomains = value.Spec.FailureDomains,
        FailureDomains = value.Status.FailureDomains,
        Provisioned = value.Status.Initialization?.Provisioned == true,
        Conditions = value.Status.Conditions,
    };

    /// <inheritdoc/>
    public static DockerCluster Write(DockerCluster value, InfraCluster report) => value with
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
    public static InfraMachine Read(DockerMachine value) => new(value.Metadata, BackendKind.Docker)
    {
        ProviderId = value.Spec.ProviderID,
        Addresses = value.Status.Addresses,
        FailureDomain = value.Status.FailureDomain,
        Provisioned = value.Status.Initialization?.Provisioned == true,
        Conditions = value.Status.Conditions,
    };

    /// <inheritdoc/>
    public static DockerMachine Write(DockerMachine value, InfraMachine report) => value with
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
