using Slipway.Api.Crds;
using Slipway.Api.Json;
using Slipway.Api.Kubernetes.Pods;

namespace Slipway.Api.Bootstrap.Kubeadm;

/// <summary>The local etcd.</summary>
[MinProperties(1)]
public sealed record LocalEtcd : IOmitEmpty
{
    /// <summary>The data dir.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? DataDir { get; init; }

    /// <summary>The extra args.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [ListMap("name", "value")]
    [Rule("self.all(x, self.exists_one(y, x.name == y.name))", "extraArgs name must be unique")]
    public IReadOnlyList<Arg> ExtraArgs { get; init => field = value ?? []; } = [];

    /// <summary>The extra envs.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    public IReadOnlyList<EnvVar> ExtraEnvs { get; init => field = value ?? []; } = [];

    /// <summary>The image repository.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? ImageRepository { get; init; }

    /// <summary>The image tag.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? ImageTag { get; init; }

    /// <summary>The peer cert SA ns.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    [ItemLimits(MinLength = 1, MaxLength = 253)]
    public IReadOnlyList<string> PeerCertSANs { get; init => field = value ?? []; } = [];

    /// <summary>The server cert SA ns.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    [ItemLimits(MinLength = 1, MaxLength = 253)]
    public IReadOnlyList<string> ServerCertSANs { get; init => field = value ?? []; } = [];
}
