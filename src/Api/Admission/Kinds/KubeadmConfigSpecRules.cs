using Slipway.Api.Admission.Rules;
using Slipway.Api.Bootstrap;
using Slipway.Api.Bootstrap.Files;

namespace Slipway.Api.Admission.Kinds;

/// <summary>What a machine's setup by kubeadm may ask for; shared by all kinds that hold such a spec.</summary>
internal static class KubeadmConfigSpecRules
{
    /// <summary>Checks the spec.</summary>
    /// <param name="faults">Takes what is wrong.</param>
    /// <param name="field">The spec's path.</param>
    /// <param name="spec">The spec.</param>
    public static void Check(Faults faults, string field, KubeadmConfigSpec spec)
    {
        Files(faults, $"{field}.files", spec.Files);
        for (var at = 0; at < spec.Users.Count; at++)
        {
            if (spec.Users[at] is { Passwd: { Length: > 0 }, PasswdFrom: not null })
            {
                faults.Invalid($"{field}.users[{at}]", spec.Users[at].Name, "write passwd or passwdFrom, not both");
            }
        }

        if (spec.Format == "ignition" || spec.Ignition is not null)
        {
            faults.Forbidden(
                spec.Format == "ignition" ? $"{field}.format" : $"{field}.ignition",
                "Ignition is not served here; write cloud-config, or leave the field out");
        }

        Disks(faults, $"{field}.diskSetup", spec.DiskSetup);
        if (spec.JoinConfiguration?.Discovery?.File?.KubeConfig?.User is { } user)
        {
            var path = $"{field}.joinConfiguration.discovery.file.kubeConfig.user";
            if (user is { AuthProvider: null, Exec: null })
            {
                faults.Required(path, "say how to authenticate: authProvider or exec");
            }
            else if (user is { AuthProvider: not null, Exec: not null })
            {
                faults.Invalid(path, "authProvider and exec", "write one of the two");
            }
        }
    }

    private static void Files(Faults faults, string field, IReadOnlyList<BootstrapFile> files)
    {
        var paths = new HashSet<string>();
        for (var at = 0; at < files.Count; at++)
        {
            var file = files[at];
            if (file is { Content: { Length: > 0 }, ContentFrom: not null })
            {
                faults.Invalid($"{field}[{at}]", file.Path, "write content or contentFrom, not both");
            }

            if (!paths.Add(file.Path))
            {
                faults.Duplicate($"{field}[{at}].path", file.Path);
            }
        }
    }

    private static void Disks(Faults faults, string field, DiskSetup? disks)
    {
        for (var at = 0; at < (disks?.Partitions.Count ?? 0); at++)
        {
            var total = disks!.Partitions[at].DiskLayout.Sum(l => (long)l.Percentage);
            if (total > 100)
            {
                faults.Invalid($"{field}.partitions[{at}].diskLayout", total, "the percentages of one disk add up to 100 at most");
            }
        }
    }
}
