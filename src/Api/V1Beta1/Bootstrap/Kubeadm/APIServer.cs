using System.Collections.ObjectModel;
using Slipway.Api.Bootstrap.Kubeadm;
using Slipway.Api.Crds;
using Slipway.Api.Kubernetes.Pods;

namespace Slipway.Api.V1Beta1.Bootstrap.Kubeadm;

/// <summary>Settings of kube-apiserver.</summary>
internal sealed record APIServer
{
    /// <summary>Further names and IP addresses in the server's certificate.</summary>
    [Limits(MaxItems = 100)]
    [ItemLimits(MinLength = 1, MaxLength = 253)]
    public IReadOnlyList<string> CertSANs { get; init => field = value ?? []; } = [];

    /// <summary>Arguments beside those that kubeadm sets, by name without the leading hyphens.</summary>
    public IReadOnlyDictionary<string, string> ExtraArgs { get; init => field = value ?? ReadOnlyDictionary<string, string>.Empty; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Environment variables of the pod.</summary>
    [Limits(MaxItems = 100)]
    public IReadOnlyList<EnvVar> ExtraEnvs { get; init => field = value ?? []; } = [];

    /// <summary>Directories of the host that are mounted into the pod.</summary>
    [Limits(MaxItems = 100)]
    public IReadOnlyList<HostPathMount> ExtraVolumes { get; init => field = value ?? []; } = [];

    /// <summary>How long kubeadm waits for the control plane to answer, as in "4m".</summary>
    public string? TimeoutForControlPlane { get; init; }
}
