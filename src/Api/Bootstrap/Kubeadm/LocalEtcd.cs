using Slipway.Api.Crds;
using Slipway.Api.Json;
using Slipway.Api.Kubernetes.Pods;

namespace Slipway.Api.Bootstrap.Kubeadm;

/// <summary>An etcd member on each machine of the control plane.</summary>
[MinProperties(1)]
public sealed record LocalEtcd : IOmitEmpty
{
    /// <summary>Where it keeps its data; /var/lib/etcd where absent.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? DataDir { get; init; }

    /// <summary>Arguments beside those that kubeadm sets, by name without the leading hyphens.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [ListMap("name", "value")]
    [Rule("self.all(x, self.exists_one(y, x.name == y.name))", "extraArgs name must be unique")]
    public IReadOnlyList<Arg> ExtraArgs { get; init => field = value ?? []; } = [];

    /// <summary>Environment variables of the pod.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    public IReadOnlyList<EnvVar> ExtraEnvs { get; init => field = value ?? []; } = [];

    /// <summary>Where the image comes from, in place of the cluster's imageRepository.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? ImageRepository { get; init; }

    /// <summary>The image's tag, in place of the one that fits the version.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? ImageTag { get; init; }

    /// <summary>Further names and IP addresses in the certificate for other members.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    [ItemLimits(MinLength = 1, MaxLength = 253)]
    public IReadOnlyList<string> PeerCertSANs { get; init => field = value ?? []; } = [];

    /// <summary>Further names and IP addresses in the certificate for clients.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    [ItemLimits(MinLength = 1, MaxLength = 253)]
    public IReadOnlyList<string> ServerCertSANs { get; init => field = value ?? []; } = [];
}
