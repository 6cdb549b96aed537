using System.Collections.ObjectModel;
using Slipway.Api.Crds;
using Slipway.Api.Kubernetes.Pods;

namespace Slipway.Api.V1Beta1.Bootstrap.Kubeadm;

/// <summary>The local etcd.</summary>
internal sealed record LocalEtcd
{
    /// <summary>The data dir.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? DataDir { get; init; }

    /// <summary>The extra args.</summary>
    public IReadOnlyDictionary<string, string> ExtraArgs { get; init => field = value ?? ReadOnlyDictionary<string, string>.Empty; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The extra envs.</summary>
    [Limits(MaxItems = 100)]
    public IReadOnlyList<EnvVar> ExtraEnvs { get; init => field = value ?? []; } = [];

    /// <summary>The image repository.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? ImageRepository { get; init; }

    /// <summary>The image tag.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? ImageTag { get; init; }

    /// <summary>The peer cert SA ns.</summary>
    [Limits(MaxItems = 100)]
    [ItemLimits(MinLength = 1, MaxLength = 253)]
    public IReadOnlyList<string> PeerCertSANs { get; init => field = value ?? []; } = [];

    /// <summary>The server cert SA ns.</summary>
    [Limits(MaxItems = 100)]
    [ItemLimits(MinLength = 1, MaxLength = 253)]
    public IReadOnlyList<string> ServerCertSANs { get; init => field = value ?? []; } = [];
}
