using Slipway.Api.Conversion.Steps;

namespace Slipway.Api.Conversion;

/// <summary>The differences of the kubeadm kinds.</summary>
internal static class KubeadmSteps
{
    private static readonly IReadOnlyList<ConversionStep> Component =
    [
        new Arguments("extraArgs"),
        new ForEach("extraVolumes", new FalseIsAbsent("readOnly")),
    ];

    private static readonly IReadOnlyList<ConversionStep> ClusterConfiguration =
    [
        new OnlyOld("networking"),
        new OnlyOld("kubernetesVersion"),
        new OnlyOld("clusterName"),
        new OnlyOld("apiVersion"),
        new OnlyOld("kind"),
        new Within("apiServer", Component),
        new Within("controllerManager", Component),
        new Within("scheduler", Component),
        new Arguments("etcd.local.extraArgs"),
    ];

    private static readonly IReadOnlyList<ConversionStep> InitConfiguration =
    [
        new OnlyNew("timeouts"),
        new OnlyOld("apiVersion"),
        new OnlyOld("kind"),
        new ForEach("bootstrapTokens", new Seconds("ttl", "ttlSeconds")),
        new Arguments("nodeRegistration.kubeletExtraArgs"),
    ];

    private static readonly IReadOnlyList<ConversionStep> JoinConfiguration =
    [
        new OnlyNew("timeouts"),
        new OnlyOld("apiVersion"),
        new OnlyOld("kind"),
        new Arguments("nodeRegistration.kubeletExtraArgs"),
        new Seconds("discovery.timeout", "timeouts.tlsBootstrapSeconds"),
        new FalseIsAbsent("discovery.bootstrapToken.unsafeSkipCAVerification"),
        new FalseIsAbsent("discovery.file.kubeConfig.cluster.insecureSkipTLSVerify"),
        new FalseIsAbsent("discovery.file.kubeConfig.user.exec.provideClusterInfo"),
    ];

    /// <summary>A KubeadmConfigSpec, relative to it.</summary>
    public static IReadOnlyList<ConversionStep> ConfigSpec { get; } =
    [
        new OnlyOld("useExperimentalRetryJoin"),
        new Within("clusterConfiguration", ClusterConfiguration),
        new Within("initConfiguration", InitConfiguration),
        new Within("joinConfiguration", JoinConfiguration),
        new ControlPlaneTimeout(),
        new ForEach("files", new FalseIsAbsent("append")),
        new FalseIsAbsent("ignition.containerLinuxConfig.strict"),
        new ForEach("diskSetup.partitions", new PartitionLayout()),
    ];

    /// <summary>KubeadmConfig.</summary>
    public static IReadOnlyList<ConversionStep> Config { get; } =
    [
        .. CoreSteps.Conditions,
        .. CoreSteps.Failure,
        new Within("spec", ConfigSpec),
        new Flag("status.ready", "status.initialization.dataSecretCreated"),
        new OnlyOld("status.v1beta2"),
    ];

    /// <summary>KubeadmConfigTemplate.</summary>
    public static IReadOnlyList<ConversionStep> ConfigTemplate { get; } = [new Within("spec.template.spec", ConfigSpec)];

    /// <summary>KubeadmControlPlane.</summary>
    public static IReadOnlyList<ConversionStep> ControlPlane { get; } =
    [
        new ControlPlaneReady(),
        new AlwaysOld("spec.kubeadmConfigSpec"),
        .. CoreSteps.Conditions,
        .. CoreSteps.Failure,
        new Within("spec.kubeadmConfigSpec", ConfigSpec),
        new Within("spec.machineTemplate", CoreSteps.Timeouts),
        new Move("spec.machineTemplate.deletion", "spec.machineTemplate.spec.deletion"),
        new Reference("spec.machineTemplate.infrastructureRef"),
        new Move("spec.machineTemplate.infrastructureRef", "spec.machineTemplate.spec.infrastructureRef"),
        new Move("spec.machineTemplate.readinessGates", "spec.machineTemplate.spec.readinessGates"),
        new Move("spec.machineTemplate.taints", "spec.machineTemplate.spec.taints"),
        new Move("spec.machineNamingStrategy", "spec.machineNaming"),
        new Move("spec.rolloutBefore", "spec.rollout.before"),
        new Move("spec.rolloutAfter", "spec.rollout.after"),
        new Move("spec.rolloutStrategy", "spec.rollout.strategy"),
        new Move("spec.remediationStrategy.maxRetry", "spec.remediation.maxRetry"),
        new Seconds("spec.remediationStrategy.retryPeriod", "spec.remediation.retryPeriodSeconds"),
        new Seconds("spec.remediationStrategy.minHealthyPeriod", "spec.remediation.minHealthyPeriodSeconds"),
        new OnlyOld("spec.remediationStrategy"),
        new Flag("status.initialized", "status.initialization.controlPlaneInitialized"),
        new Move("status.lastRemediation.timestamp", "status.lastRemediation.time"),
        new Move("status.updatedReplicas", "status.deprecated.v1beta1.updatedReplicas"),
        new Move("status.unavailableReplicas", "status.deprecated.v1beta1.unavailableReplicas"),
        new Move("status.readyReplicas", "status.deprecated.v1beta1.readyReplicas"),
        new Move("status.v1beta2.readyReplicas", "status.readyReplicas"),
        new Move("status.v1beta2.availableReplicas", "status.availableReplicas"),
        new Move("status.v1beta2.upToDateReplicas", "status.upToDateReplicas"),
        new OnlyOld("status.v1beta2"),
    ];
}
