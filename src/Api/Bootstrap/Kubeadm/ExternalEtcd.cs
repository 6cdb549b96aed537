using Slipway.Api.Crds;

namespace Slipway.Api.Bootstrap.Kubeadm;

/// <summary>An etcd that others look after.</summary>
public sealed record ExternalEtcd
{
    /// <summary>The authority of its certificates, a path on the machine.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 512)]
    public string CaFile { get; init => field = value ?? ""; } = "";

    /// <summary>The certificate to show it, a path on the machine.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 512)]
    public string CertFile { get; init => field = value ?? ""; } = "";

    /// <summary>Where its members answer, as in "https://10.0.0.1:2379".</summary>
    [Required]
    [Limits(MinItems = 1, MaxItems = 50)]
    [AtomicList]
    [ItemLimits(MinLength = 1, MaxLength = 512)]
    public IReadOnlyList<string> Endpoints { get; init => field = value ?? []; } = [];

    /// <summary>The certificate's key, a path on the machine.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 512)]
    public string KeyFile { get; init => field = value ?? ""; } = "";
}
