using Slipway.Api.Conditions;

namespace Slipway.Controllers.KubeadmControlPlanes.Views;

/// <summary>The conditions that tell of a control-plane Machine's components.</summary>
internal static class HealthTypes
{
    /// <summary>The components of Kubernetes itself.</summary>
    public static IReadOnlyList<string> Kubernetes { get; } =
        [ConditionTypes.APIServerPodHealthy, ConditionTypes.ControllerManagerPodHealthy, ConditionTypes.SchedulerPodHealthy];

    /// <summary>etcd, where it runs on the Machine.</summary>
    public static IReadOnlyList<string> Etcd { get; } = [ConditionTypes.EtcdPodHealthy, ConditionTypes.EtcdMemberHealthy];

    private static readonly string[] WithEtcd = [.. Kubernetes, .. Etcd];

    /// <summary>All components.</summary>
    /// <param name="view">Says whether etcd runs on the Machines.</param>
    public static IReadOnlyList<string> Components(View view) => view.ManagesEtcd ? WithEtcd : Kubernetes;

    /// <summary>The components that are static Pods.</summary>
    /// <param name="view">Says whether etcd runs on the Machines.</param>
    public static IReadOnlyList<string> Pods(View view) => view.ManagesEtcd ? [.. Kubernetes, ConditionTypes.EtcdPodHealthy] : Kubernetes;
}
