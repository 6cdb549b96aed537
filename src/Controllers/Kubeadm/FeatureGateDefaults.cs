using Slipway.Api.Bootstrap.Kubeadm;
using Slipway.Controllers.Contracts;

namespace Slipway.Controllers.Kubeadm;

/// <summary>Feature gates of kubeadm that a control plane needs so that its rollouts do not stop it.</summary>
internal static class FeatureGateDefaults
{
    private const string LocalMode = "ControlPlaneKubeletLocalMode";

    /// <summary>
    /// With <c>ControlPlaneKubeletLocalMode</c> from 1.31 until it is fixed in 1.36, unless the user says something about it:
    /// each kubelet of the control plane then talks to its own API server, never to an older one.
    /// </summary>
    /// <param name="config">The configuration; null for kubeadm's own.</param>
    /// <param name="version">The Kubernetes version.</param>
    public static ClusterConfiguration? Apply(ClusterConfiguration? config, KubernetesVersion version) =>
        version.Major != 1 || version.Minor is < 31 or >= 36 || config?.FeatureGates.ContainsKey(LocalMode) == true
            ? config
            : (config ?? new ClusterConfiguration()) with
            {
                FeatureGates = new Dictionary<string, bool>(config?.FeatureGates ?? new Dictionary<string, bool>(0)) { [LocalMode] = true },
            };
}
