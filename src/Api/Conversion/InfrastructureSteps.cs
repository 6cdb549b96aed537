using Slipway.Api.Conversion.Steps;

namespace Slipway.Api.Conversion;

/// <summary>The differences of the Docker and Dev kinds.</summary>
internal static class InfrastructureSteps
{
    /// <summary>DockerCluster.</summary>
    public static IReadOnlyList<ConversionStep> DockerCluster { get; } = [new NamedItems("spec.failureDomains"), .. ClusterStatus];

    /// <summary>DevCluster.</summary>
    public static IReadOnlyList<ConversionStep> DevCluster { get; } = [new NamedItems("spec.backend.docker.failureDomains"), .. ClusterStatus];

    /// <summary>DockerMachine and DevMachine.</summary>
    public static IReadOnlyList<ConversionStep> Machine { get; } = [new OnlyNew("status.failureDomain"), .. Status];

    /// <summary>DockerMachineTemplate and DevMachineTemplate.</summary>
    public static IReadOnlyList<ConversionStep> MachineTemplate { get; } = [new OnlyNew("status")];

    private static IReadOnlyList<ConversionStep> ClusterStatus => [.. Status, new NamedItems("status.failureDomains")];

    private static IReadOnlyList<ConversionStep> Status =>
    [
        .. CoreSteps.Conditions,
        new Flag("status.ready", "status.initialization.provisioned"),
        new OnlyOld("status.v1beta2"),
    ];
}
