using Slipway.Api.Bootstrap;
using Slipway.Api.Bootstrap.Files;

namespace Slipway.Controllers.Kubeadm;

/// <summary>Puts the parts of a machine's bootstrap data together.</summary>
internal static class BootstrapTexts
{
    private const string Owner = "root:root";
    private const string Permissions = "0640";

    /// <summary>The data of the machine that initialises the control plane.</summary>
    /// <param name="spec">What is wanted.</param>
    /// <param name="files">The certificates and the user's files, in order.</param>
    /// <param name="users">The users, their passwords read.</param>
    /// <param name="kubeadm">kubeadm's file.</param>
    public static BootstrapText Init(KubeadmConfigSpec spec, IReadOnlyList<FileText> files, IReadOnlyList<User> users, string kubeadm) =>
        Make(spec, files, users, new FileText(BootstrapPaths.InitConfiguration, kubeadm), "init");

    /// <summary>The data of a machine that joins.</summary>
    /// <param name="spec">What is wanted.</param>
    /// <param name="files">The certificates and the user's files, in order.</param>
    /// <param name="users">The users, their passwords read.</param>
    /// <param name="kubeadm">kubeadm's file.</param>
    public static BootstrapText Join(KubeadmConfigSpec spec, IReadOnlyList<FileText> files, IReadOnlyList<User> users, string kubeadm) =>
        Make(spec, files, users, new FileText(BootstrapPaths.JoinConfiguration, kubeadm), "join");

    private static BootstrapText Make(
        KubeadmConfigSpec spec, IReadOnlyList<FileText> files, IReadOnlyList<User> users, FileText kubeadm, string verb)
    {
        var verbosity = spec.Verbosity is { } level ? $" --v {level}" : "";
        return new BootstrapText
        {
            Files =
            [
                .. files,
                kubeadm with { Owner = Owner, Permissions = Permissions },
                new FileText(BootstrapPaths.Placeholder, "Written so that the folder of the sentinel file exists.\n")
                {
                    Owner = Owner,
                    Permissions = Permissions,
                },
            ],
            BootCommands = spec.BootCommands,
            RunCommands =
            [
                .. spec.PreKubeadmCommands,
                $"kubeadm {verb} --config {kubeadm.Path}{verbosity} && echo success > {BootstrapPaths.Sentinel}",
                .. spec.PostKubeadmCommands,
            ],
            Ntp = spec.Ntp,
            Users = users,
            DiskSetup = spec.DiskSetup,
            Mounts = spec.Mounts,
        };
    }
}
