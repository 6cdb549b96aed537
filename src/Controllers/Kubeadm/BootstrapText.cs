using Slipway.Api.Bootstrap.Files;

namespace Slipway.Controllers.Kubeadm;

/// <summary>All that a machine is told at its first boot.</summary>
internal sealed record BootstrapText
{
    /// <summary>The files, in order.</summary>
    public IReadOnlyList<FileText> Files { get; init; } = [];

    /// <summary>Commands that run early in every boot.</summary>
    public IReadOnlyList<string> BootCommands { get; init; } = [];

    /// <summary>Commands that run once, in order: before kubeadm, kubeadm, after kubeadm.</summary>
    public IReadOnlyList<string> RunCommands { get; init; } = [];

    /// <summary>Time servers; null to leave them alone.</summary>
    public NTP? Ntp { get; init; }

    /// <summary>Users, their passwords read already.</summary>
    public IReadOnlyList<User> Users { get; init; } = [];

    /// <summary>Partitions and file systems; null to leave them alone.</summary>
    public DiskSetup? DiskSetup { get; init; }

    /// <summary>Mounts, each as the fields of a line of fstab.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Mounts { get; init; } = [];

    /// <summary>Prints nothing of its content: it holds secrets.</summary>
    public override string ToString() => "bootstrap data";
}
