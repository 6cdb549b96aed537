using Slipway.Api.Conversion.Steps;

namespace Slipway.Api.Conversion;

/// <summary>The differences of the kinds of group <c>cluster.x-k8s.io</c>.</summary>
internal static class CoreSteps
{
    /// <summary>Conditions, which both versions have in both spellings, each with its own first.</summary>
    public static IReadOnlyList<ConversionStep> Conditions { get; } =
    [
        new OnlyNew("status.deprecated"),
        new Move("status.conditions", "status.deprecated.v1beta1.conditions"),
        new Move("status.v1beta2.conditions", "status.conditions"),
    ];

    /// <summary>What made an object fail for good; v1beta2 no longer says so.</summary>
    public static IReadOnlyList<ConversionStep> Failure { get; } =
    [
        new Move("status.failureReason", "status.deprecated.v1beta1.failureReason"),
        new Move("status.failureMessage", "status.deprecated.v1beta1.failureMessage"),
    ];

    /// <summary>The time limits of a machine that goes, relative to the object that has them.</summary>
    public static IReadOnlyList<ConversionStep> Timeouts { get; } =
    [
        new Seconds("nodeDrainTimeout", "deletion.nodeDrainTimeoutSeconds"),
        new Seconds("nodeVolumeDetachTimeout", "deletion.nodeVolumeDetachTimeoutSeconds"),
        new Seconds("nodeDeletionTimeout", "deletion.nodeDeletionTimeoutSeconds"),
    ];

    /// <summary>A machine's spec, relative to it.</summary>
    public static IReadOnlyList<ConversionStep> MachineSpec { get; } =
    [
        new OnlyNew("minReadySeconds"),
        new Reference("bootstrap.configRef"),
        new Reference("infrastructureRef"),
        .. Timeouts,
    ];

    /// <summary>Machine.</summary>
    public static IReadOnlyList<ConversionStep> Machine { get; } =
    [
        .. Conditions,
        .. Failure,
        new OnlyNew("status.failureDomain"),
        new Within("spec", MachineSpec),
        new Flag("status.bootstrapReady", "status.initialization.bootstrapDataSecretCreated"),
        new Flag("status.infrastructureReady", "status.initialization.infrastructureProvisioned"),
        new KeepFields("status.nodeRef", "status.nodeRef", ["name"], ("apiVersion", "v1"), ("kind", "Node")),
        new OnlyOld("status.v1beta2"),
    ];

    /// <summary>MachineSet.</summary>
    public static IReadOnlyList<ConversionStep> MachineSet { get; } =
    [
        .. Conditions,
        .. Failure,
        new Within("spec.template.spec", MachineSpec),
        new Move("spec.minReadySeconds", "spec.template.spec.minReadySeconds"),
        new Move("spec.deletePolicy", "spec.deletion.order"),
        new Move("spec.machineNamingStrategy", "spec.machineNaming"),
        new Move("status.fullyLabeledReplicas", "status.deprecated.v1beta1.fullyLabeledReplicas"),
        .. Replicas,
        new OnlyOld("status.v1beta2"),
    ];

    /// <summary>MachineDeployment.</summary>
    public static IReadOnlyList<ConversionStep> MachineDeployment { get; } =
    [
        .. Conditions,
        new Within("spec.template.spec", MachineSpec),
        new FalseIsAbsent("spec.paused"),
        new Move("spec.minReadySeconds", "spec.template.spec.minReadySeconds"),
        new Move("spec.strategy.rollingUpdate.deletePolicy", "spec.deletion.order"),
        new Move("spec.strategy.remediation", "spec.remediation"),
        new Move("spec.strategy", "spec.rollout.strategy"),
        new Move("spec.rolloutAfter", "spec.rollout.after"),
        new Move("spec.machineNamingStrategy", "spec.machineNaming"),
        new OnlyOld("spec.progressDeadlineSeconds"),
        new OnlyOld("spec.revisionHistoryLimit"),
        new Move("status.updatedReplicas", "status.deprecated.v1beta1.updatedReplicas"),
        new Move("status.unavailableReplicas", "status.deprecated.v1beta1.unavailableReplicas"),
        .. Replicas,
        new OnlyOld("status.v1beta2"),
    ];

    /// <summary>MachineHealthCheck.</summary>
    public static IReadOnlyList<ConversionStep> MachineHealthCheck { get; } =
    [
        .. Conditions,
        new Within("spec", Checks("checks", "remediation")),
        new OnlyOld("status.v1beta2"),
    ];

    /// <summary>The replica counts whose meaning changed: each version has its own first.</summary>
    private static IReadOnlyList<ConversionStep> Replicas =>
    [
        new Move("status.readyReplicas", "status.deprecated.v1beta1.readyReplicas"),
        new Move("status.availableReplicas", "status.deprecated.v1beta1.availableReplicas"),
        new Move("status.v1beta2.readyReplicas", "status.readyReplicas"),
        new Move("status.v1beta2.availableReplicas", "status.availableReplicas"),
        new Move("status.v1beta2.upToDateReplicas", "status.upToDateReplicas"),
    ];

    /// <summary>What a health check looks at and when it acts, relative to the object that has it.</summary>
    /// <param name="checks">Where v1beta2 says what to look at.</param>
    /// <param name="remediation">Where v1beta2 says when to act.</param>
    public static IReadOnlyList<ConversionStep> Checks(string checks, string remediation) =>
    [
        new Seconds("nodeStartupTimeout", $"{checks}.nodeStartupTimeoutSeconds"),
        new ForEach("unhealthyConditions", new Seconds("timeout", "timeoutSeconds")),
        new ForEach("unhealthyMachineConditions", new Seconds("timeout", "timeoutSeconds")),
        new Move("unhealthyConditions", $"{checks}.unhealthyNodeConditions"),
        new Move("unhealthyMachineConditions", $"{checks}.unhealthyMachineConditions"),
        new Move("maxUnhealthy", $"{remediation}.triggerIf.unhealthyLessThanOrEqualTo"),
        new Move("unhealthyRange", $"{remediation}.triggerIf.unhealthyInRange"),
        new KeepFields("remediationTemplate", $"{remediation}.templateRef", ["apiVersion", "kind", "name"]),
    ];
}
