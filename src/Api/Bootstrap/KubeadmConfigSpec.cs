using Slipway.Api.Bootstrap.Files;
using Slipway.Api.Bootstrap.Joining;
using Slipway.Api.Bootstrap.Kubeadm;
using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Bootstrap;

/// <summary>The kubeadm config spec.</summary>
[MinProperties(1)]
public sealed record KubeadmConfigSpec : IOmitEmpty
{
    /// <summary>The boot commands.</summary>
    [Limits(MinItems = 1, MaxItems = 1000)]
    [AtomicList]
    [ItemLimits(MinLength = 1, MaxLength = 10240)]
    public IReadOnlyList<string> BootCommands { get; init => field = value ?? []; } = [];

    /// <summary>The cluster configuration.</summary>
    public ClusterConfiguration? ClusterConfiguration { get; init; }

    /// <summary>The disk setup.</summary>
    public DiskSetup? DiskSetup { get; init; }

    /// <summary>The files.</summary>
    [Limits(MinItems = 1, MaxItems = 200)]
    [AtomicList]
    public IReadOnlyList<BootstrapFile> Files { get; init => field = value ?? []; } = [];

    /// <summary>The format.</summary>
    [Allowed("cloud-config", "ignition")]
    public string? Format { get; init; }

    /// <summary>The ignition.</summary>
    public IgnitionSpec? Ignition { get; init; }

    /// <summary>The init configuration.</summary>
    public InitConfiguration? InitConfiguration { get; init; }

    /// <summary>The join configuration.</summary>
    public JoinConfiguration? JoinConfiguration { get; init; }

    /// <summary>The mounts.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    [ItemLimits(MinItems = 1, MaxItems = 100)]
    [ItemLimits(MinLength = 1, MaxLength = 512, Depth = 2)]
    public IReadOnlyList<IReadOnlyList<string>> Mounts { get; init => field = value ?? []; } = [];

    /// <summary>The ntp.</summary>
    public NTP? Ntp { get; init; }

    /// <summary>The post kubeadm commands.</summary>
    [Limits(MinItems = 1, MaxItems = 1000)]
    [AtomicList]
    [ItemLimits(MinLength = 1, MaxLength = 10240)]
    public IReadOnlyList<string> PostKubeadmCommands { get; init => field = value ?? []; } = [];

    /// <summary>The pre kubeadm commands.</summary>
    [Limits(MinItems = 1, MaxItems = 1000)]
    [AtomicList]
    [ItemLimits(MinLength = 1, MaxLength = 10240)]
    public IReadOnlyList<string> PreKubeadmCommands { get; init => field = value ?? []; } = [];

    /// <summary>The users.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    public IReadOnlyList<User> Users { get; init => field = value ?? []; } = [];

    /// <summary>The verbosity.</summary>
    public int? Verbosity { get; init; }
}
