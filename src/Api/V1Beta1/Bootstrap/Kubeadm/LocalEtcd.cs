using System.Collections.ObjectModel;
using Slipway.Api.Crds;
using Slipway.Api.Kubernetes.Pods;

namespace Slipway.Api.V1Beta1.Bootstrap.Kubeadm;

/// <summary>An etcd member on each machine of the control plane.</summary>
internal sealed record LocalEtcd
{
    /// <summary>Where it keeps its data; /var/lib/etcd where absent.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? DataDir { get; init; }

    /// <summary>Arguments beside those that kubeadm sets, by name without the leading hyphens.</summary>
    public IReadOnlyDictionary<string, string> ExtraArgs { get; init => field = value ?? ReadOnlyDictionary<string, string>.Empty; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Environment variables of the pod.</summary>
    [Limits(MaxItems = 100)]
    public IReadOnlyList<EnvVar> ExtraEnvs { get; init => field = value ?? []; } = [];

    /// <summary>Where the image comes from, in place of the cluster's imageRepository.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? ImageRepository { get; init; }

    /// <summary>The image's tag, in place of the one that fits the version.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? ImageTag { get; init; }

    /// <summary>Further names and IP addresses in the certificate for other members.</summary>
    [Limits(MaxItems = 100)]
    [ItemLimits(MinLength = 1, MaxLength = 253)]
    public IReadOnlyList<string> PeerCertSANs { get; init => field = value ?? []; } = [];

    /// <summary>Further names and IP addresses in the certificate for clients.</summary>
    [Limits(MaxItems = 100)]
    [ItemLimits(MinLength = 1, MaxLength = 253)]
    public IReadOnlyList<string> ServerCertSANs { get; init => field = value ?? []; } = [];
}
