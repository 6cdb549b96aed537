using Slipway.Api.Bootstrap.Files;
using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap;

/// <summary>The kubeadm config spec.</summary>
internal sealed record KubeadmConfigSpec
{
    /// <summary>The boot commands.</summary>
    [Limits(MaxItems = 1000)]
    [ItemLimits(MinLength = 1, MaxLength = 10240)]
    public IReadOnlyList<string> BootCommands { get; init => field = value ?? []; } = [];

    /// <summary>The cluster configuration.</summary>
    public V1Beta1.Bootstrap.Kubeadm.ClusterConfiguration? ClusterConfiguration { get; init; }

    /// <summary>The disk setup.</summary>
    public V1Beta1.Bootstrap.Files.DiskSetup? DiskSetup { get; init; }

    /// <summary>The files.</summary>
    [Limits(MaxItems = 200)]
    public IReadOnlyList<BootstrapFile> Files { get; init => field = value ?? []; } = [];

    /// <summary>The format.</summary>
    [Allowed("cloud-config", "ignition")]
    public string? Format { get; init; }

    /// <summary>The ignition.</summary>
    public V1Beta1.Bootstrap.Files.IgnitionSpec? Ignition { get; init; }

    /// <summary>The init configuration.</summary>
    public V1Beta1.Bootstrap.Joining.InitConfiguration? InitConfiguration { get; init; }

    /// <summary>The join configuration.</summary>
    public V1Beta1.Bootstrap.Joining.JoinConfiguration? JoinConfiguration { get; init; }

    /// <summary>The mounts.</summary>
    [Limits(MaxItems = 100)]
    [ItemLimits(MinLength = 1, MaxLength = 512, Depth = 2)]
    public IReadOnlyList<IReadOnlyList<string>> Mounts { get; init => field = value ?? []; } = [];

    /// <summary>The ntp.</summary>
    public V1Beta1.Bootstrap.Files.NTP? Ntp { get; init; }

    /// <summary>The post kubeadm commands.</summary>
    [Limits(MaxItems = 1000)]
    [ItemLimits(MinLength = 1, MaxLength = 10240)]
    public IReadOnlyList<string> PostKubeadmCommands { get; init => field = value ?? []; } = [];

    /// <summary>The pre kubeadm commands.</summary>
    [Limits(MaxItems = 1000)]
    [ItemLimits(MinLength = 1, MaxLength = 10240)]
    public IReadOnlyList<string> PreKubeadmCommands { get; init => field = value ?? []; } = [];

    /// <summary>The use experimental retry join.</summary>
    public bool? UseExperimentalRetryJoin { get; init; }

    /// <summary>The users.</summary>
    [Limits(MaxItems = 100)]
    public IReadOnlyList<V1Beta1.Bootstrap.Files.User> Users { get; init => field = value ?? []; } = [];

    /// <summary>The verbosity.</summary>
    public int? Verbosity { get; init; }
}
