using Slipway.Api.Bootstrap.Files;
using Slipway.Api.Bootstrap.Joining;
using Slipway.Api.Bootstrap.Kubeadm;
using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Bootstrap;

/// <summary>The setup of a machine by kubeadm.</summary>
[MinProperties(1)]
public sealed record KubeadmConfigSpec : IOmitEmpty
{
    /// <summary>Commands at every boot, as early as cloud-init runs any.</summary>
    [Limits(MinItems = 1, MaxItems = 1000)]
    [AtomicList]
    [ItemLimits(MinLength = 1, MaxLength = 10240)]
    public IReadOnlyList<string> BootCommands { get; init => field = value ?? []; } = [];

    /// <summary>What kubeadm is told about the whole cluster; used on the first machine.</summary>
    public ClusterConfiguration? ClusterConfiguration { get; init; }

    /// <summary>Disks to partition and to format.</summary>
    public DiskSetup? DiskSetup { get; init; }

    /// <summary>Files to write.</summary>
    [Limits(MinItems = 1, MaxItems = 200)]
    [AtomicList]
    public IReadOnlyList<BootstrapFile> Files { get; init => field = value ?? []; } = [];

    /// <summary>The format of the script; cloud-config where absent.</summary>
    [Allowed("cloud-config", "ignition")]
    public string? Format { get; init; }

    /// <summary>Settings for machines that start by Ignition.</summary>
    public IgnitionSpec? Ignition { get; init; }

    /// <summary>What kubeadm is told about the first machine of the control plane.</summary>
    public InitConfiguration? InitConfiguration { get; init; }

    /// <summary>What kubeadm is told about each machine that joins.</summary>
    public JoinConfiguration? JoinConfiguration { get; init; }

    /// <summary>Mounts to make, each as the fields of a line of fstab.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    [ItemLimits(MinItems = 1, MaxItems = 100)]
    [ItemLimits(MinLength = 1, MaxLength = 512, Depth = 2)]
    public IReadOnlyList<IReadOnlyList<string>> Mounts { get; init => field = value ?? []; } = [];

    /// <summary>Settings of the clock.</summary>
    public NTP? Ntp { get; init; }

    /// <summary>Commands after kubeadm.</summary>
    [Limits(MinItems = 1, MaxItems = 1000)]
    [AtomicList]
    [ItemLimits(MinLength = 1, MaxLength = 10240)]
    public IReadOnlyList<string> PostKubeadmCommands { get; init => field = value ?? []; } = [];

    /// <summary>Commands before kubeadm.</summary>
    [Limits(MinItems = 1, MaxItems = 1000)]
    [AtomicList]
    [ItemLimits(MinLength = 1, MaxLength = 10240)]
    public IReadOnlyList<string> PreKubeadmCommands { get; init => field = value ?? []; } = [];

    /// <summary>Users to make.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    public IReadOnlyList<User> Users { get; init => field = value ?? []; } = [];

    /// <summary>How much kubeadm tells, 0 to 10.</summary>
    public int? Verbosity { get; init; }
}
