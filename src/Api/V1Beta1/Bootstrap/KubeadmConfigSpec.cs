using Slipway.Api.Bootstrap.Files;
using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap;

/// <summary>The setup of a machine by kubeadm.</summary>
internal sealed record KubeadmConfigSpec
{
    /// <summary>Commands at every boot, as early as cloud-init runs any.</summary>
    [Limits(MaxItems = 1000)]
    [ItemLimits(MinLength = 1, MaxLength = 10240)]
    public IReadOnlyList<string> BootCommands { get; init => field = value ?? []; } = [];

    /// <summary>What kubeadm is told about the whole cluster; used on the first machine.</summary>
    public V1Beta1.Bootstrap.Kubeadm.ClusterConfiguration? ClusterConfiguration { get; init; }

    /// <summary>Disks to partition and to format.</summary>
    public V1Beta1.Bootstrap.Files.DiskSetup? DiskSetup { get; init; }

    /// <summary>Files to write.</summary>
    [Limits(MaxItems = 200)]
    public IReadOnlyList<BootstrapFile> Files { get; init => field = value ?? []; } = [];

    /// <summary>The format of the script; cloud-config where absent.</summary>
    [Allowed("cloud-config", "ignition")]
    public string? Format { get; init; }

    /// <summary>Settings for machines that start by Ignition.</summary>
    public V1Beta1.Bootstrap.Files.IgnitionSpec? Ignition { get; init; }

    /// <summary>What kubeadm is told about the first machine of the control plane.</summary>
    public V1Beta1.Bootstrap.Joining.InitConfiguration? InitConfiguration { get; init; }

    /// <summary>What kubeadm is told about each machine that joins.</summary>
    public V1Beta1.Bootstrap.Joining.JoinConfiguration? JoinConfiguration { get; init; }

    /// <summary>Mounts to make, each as the fields of a line of fstab.</summary>
    [Limits(MaxItems = 100)]
    [ItemLimits(MinLength = 1, MaxLength = 512, Depth = 2)]
    public IReadOnlyList<IReadOnlyList<string>> Mounts { get; init => field = value ?? []; } = [];

    /// <summary>Settings of the clock.</summary>
    public V1Beta1.Bootstrap.Files.NTP? Ntp { get; init; }

    /// <summary>Commands after kubeadm.</summary>
    [Limits(MaxItems = 1000)]
    [ItemLimits(MinLength = 1, MaxLength = 10240)]
    public IReadOnlyList<string> PostKubeadmCommands { get; init => field = value ?? []; } = [];

    /// <summary>Commands before kubeadm.</summary>
    [Limits(MaxItems = 1000)]
    [ItemLimits(MinLength = 1, MaxLength = 10240)]
    public IReadOnlyList<string> PreKubeadmCommands { get; init => field = value ?? []; } = [];

    /// <summary>Whether to join with retries by a script; no longer of use.</summary>
    public bool? UseExperimentalRetryJoin { get; init; }

    /// <summary>Users to make.</summary>
    [Limits(MaxItems = 100)]
    public IReadOnlyList<V1Beta1.Bootstrap.Files.User> Users { get; init => field = value ?? []; } = [];

    /// <summary>How much kubeadm tells, 0 to 10.</summary>
    public int? Verbosity { get; init; }
}
