using System.Collections.ObjectModel;
using Slipway.Api.Bootstrap.Kubeadm;
using Slipway.Api.Crds;
using Slipway.Api.Kubernetes.Pods;

namespace Slipway.Api.V1Beta1.Bootstrap.Kubeadm;

/// <summary>The control plane component.</summary>
internal sealed record ControlPlaneComponent
{
    /// <summary>The extra args.</summary>
    public IReadOnlyDictionary<string, string> ExtraArgs { get; init => field = value ?? ReadOnlyDictionary<string, string>.Empty; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The extra envs.</summary>
    [Limits(MaxItems = 100)]
    public IReadOnlyList<EnvVar> ExtraEnvs { get; init => field = value ?? []; } = [];

    /// <summary>The extra volumes.</summary>
    [Limits(MaxItems = 100)]
    public IReadOnlyList<HostPathMount> ExtraVolumes { get; init => field = value ?? []; } = [];
}
