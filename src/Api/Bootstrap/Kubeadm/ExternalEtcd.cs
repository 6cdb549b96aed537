using Slipway.Api.Crds;

namespace Slipway.Api.Bootstrap.Kubeadm;

/// <summary>The external etcd.</summary>
public sealed record ExternalEtcd
{
    /// <summary>The ca file.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 512)]
    public string CaFile { get; init => field = value ?? ""; } = "";

    /// <summary>The cert file.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 512)]
    public string CertFile { get; init => field = value ?? ""; } = "";

    /// <summary>The endpoints.</summary>
    [Required]
    [Limits(MinItems = 1, MaxItems = 50)]
    [AtomicList]
    [ItemLimits(MinLength = 1, MaxLength = 512)]
    public IReadOnlyList<string> Endpoints { get; init => field = value ?? []; } = [];

    /// <summary>The key file.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 512)]
    public string KeyFile { get; init => field = value ?? ""; } = "";
}
