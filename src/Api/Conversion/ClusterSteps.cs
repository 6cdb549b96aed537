using Slipway.Api.Conversion.Steps;

namespace Slipway.Api.Conversion;

/// <summary>The differences of Cluster and its topology.</summary>
internal static class ClusterSteps
{
    private static readonly IReadOnlyList<ConversionStep> Variables = [new ForEach("variables.overrides", new OnlyOld("definitionFrom"))];

    private static readonly IReadOnlyList<ConversionStep> HealthCheck =
    [
        new Move("machineHealthCheck.enable", "healthCheck.enabled"),
        new Move("machineHealthCheck", "healthCheckOld"),
        new Within("healthCheckOld", CoreSteps.Checks("checks", "remediation")),
        new Move("healthCheckOld.checks", "healthCheck.checks"),
        new Move("healthCheckOld.remediation", "healthCheck.remediation"),
        new OnlyOld("healthCheckOld"),
    ];

    private static readonly IReadOnlyList<ConversionStep> Topology =
    [
        new Move("class", "classRef.name"),
        new Move("classNamespace", "classRef.namespace"),
        new OnlyOld("rolloutAfter"),
        new ForEach("variables", new OnlyOld("definitionFrom")),
        new Within("controlPlane", [.. CoreSteps.Timeouts, .. HealthCheck, .. Variables]),
        new ForEach(
            "workers.machineDeployments",
            [
                .. CoreSteps.Timeouts,
                .. HealthCheck,
                .. Variables,
                new Move("strategy.rollingUpdate.deletePolicy", "deletion.order"),
                new Move("strategy.remediation.maxInFlight", "healthCheck.remediation.maxInFlight"),
                new OnlyOld("strategy.remediation"),
                new Move("strategy", "rollout.strategy"),
            ]),
        new ForEach("workers.machinePools", [.. CoreSteps.Timeouts, .. Variables]),
    ];

    /// <summary>Cluster.</summary>
    public static IReadOnlyList<ConversionStep> Cluster { get; } =
    [
        .. CoreSteps.Conditions,
        .. CoreSteps.Failure,
        new FalseIsAbsent("spec.paused"),
        new Reference("spec.controlPlaneRef"),
        new Reference("spec.infrastructureRef"),
        new Within("spec.topology", Topology),
        new Flag("status.controlPlaneReady", "status.initialization.controlPlaneInitialized"),
        new Flag("status.infrastructureReady", "status.initialization.infrastructureProvisioned"),
        new NamedItems("status.failureDomains"),
        new Move("status.v1beta2.controlPlane", "status.controlPlane"),
        new Move("status.v1beta2.workers", "status.workers"),
        new OnlyOld("status.v1beta2"),
    ];
}
