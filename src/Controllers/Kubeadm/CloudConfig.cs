using System.Text;
using Slipway.Api.Bootstrap.Files;

namespace Slipway.Controllers.Kubeadm;

/// <summary>Bootstrap data in the language of cloud-init.</summary>
internal sealed class CloudConfig
{
    private readonly StringBuilder _text = new("## template: jinja\n#cloud-config\n");

    private CloudConfig()
    {
    }

    /// <summary>Writes bootstrap data.</summary>
    /// <param name="data">What the machine is told.</param>
    public static string Write(BootstrapText data)
    {
        var config = new CloudConfig();
        config.AddFiles(data.Files);
        config.AddCommands("bootcmd", data.BootCommands);
        config.AddCommands("runcmd", data.RunCommands);
        config.AddNtp(data.Ntp);
        config.AddUsers(data.Users);
        config.AddPartitions(data.DiskSetup?.Partitions ?? []);
        config.AddFilesystems(data.DiskSetup?.Filesystems ?? []);
        config.AddMounts(data.Mounts);
        return config._text.ToString();
    }

    private void AddFiles(IReadOnlyList<FileText> files)
    {
        Section("write_files", files.Count);
        foreach (var file in files)
        {
            Line("-   path: ", YamlText.Scalar(file.Path));
            Optional("    encoding: ", file.Encoding);
            Optional("    owner: ", file.Owner);
            if (!string.IsNullOrEmpty(file.Permissions))
            {
                Line("    permissions: ", YamlText.SingleQuoted(file.Permissions));
            }

            if (file.Append)
            {
                Line("    append: true");
            }

            YamlText.AddBlock(_text, "    content: ", file.Content, "      ");
        }
    }

    private void AddCommands(string section, IReadOnlyList<string> commands)
    {
        Section(section, commands.Count);
        foreach (var command in commands)
        {
            Line("  - ", YamlText.DoubleQuoted(command));
        }
    }

    private void AddNtp(NTP? ntp)
    {
        if (ntp is null)
        {
            return;
        }

        Section("ntp", 1);
        if (ntp.Enabled is { } enabled)
        {
            Line("  enabled: ", enabled ? "true" : "false");
        }

        AddList("  ", "servers", ntp.Servers);
    }

    private void AddUsers(IReadOnlyList<User> users)
    {
        Section("users", users.Count);
        foreach (var user in users)
        {
            Line("  - name: ", YamlText.Scalar(user.Name));
            Optional("    passwd: ", user.Passwd);
            Optional("    gecos: ", user.Gecos);
            Optional("    groups: ", user.Groups);
            Optional("    homedir: ", user.HomeDir);
            Optional("    inactive: ", user.Inactive);
            Optional("    lock_passwd: ", user.LockPassword);
            Optional("    shell: ", user.Shell);
            Optional("    primary_group: ", user.PrimaryGroup);
            Optional("    sudo: ", user.Sudo);
            AddList("    ", "ssh_authorized_keys", user.SshAuthorizedKeys);
        }
    }

    private void AddPartitions(IReadOnlyList<Partition> partitions)
    {
        Section("disk_setup", partitions.Count);
        foreach (var partition in partitions)
        {
            Line("  ", YamlText.Scalar(partition.Device) + ":");
            Optional("    table_type: ", partition.TableType);
            if (partition.DiskLayout.Count > 0)
            {
                Line("    layout:");
                foreach (var part in partition.DiskLayout)
                {
                    Line("      - ", part.PartitionType is { Length: > 0 } type
                        ? $"[{part.Percentage}, {YamlText.Scalar(PartitionCodes.Of(type))}]"
                        : part.Percentage.ToString());
                }
            }
            else
            {
                Optional("    layout: ", partition.Layout);
            }

            Optional("    overwrite: ", partition.Overwrite);
        }
    }

    private void AddFilesystems(IReadOnlyList<FilesystemSetup> filesystems)
    {
        Section("fs_setup", filesystems.Count);
        foreach (var filesystem in filesystems)
        {
            Line("  - filesystem: ", YamlText.Scalar(filesystem.Filesystem));
            Line("    device: ", YamlText.Scalar(filesystem.Device));
            Optional("    label: ", filesystem.Label);
            Optional("    partition: ", filesystem.Partition);
            Optional("    overwrite: ", filesystem.Overwrite);
            Optional("    replace_fs: ", filesystem.ReplaceFS);
            AddList("    ", "extra_opts", filesystem.ExtraOpts);
        }
    }

    private void AddMounts(IReadOnlyList<IReadOnlyList<string>> mounts)
    {
        Section("mounts", mounts.Count);
        foreach (var mount in mounts)
        {
            Line("  - [", string.Join(", ", mount.Select(YamlText.Scalar)) + "]");
        }
    }

    private void AddList(string indent, string name, IReadOnlyList<string> items)
    {
        if (items.Count == 0)
        {
            return;
        }

        Line(indent, name + ":");
        foreach (var item in items)
        {
            Line(indent + "  - ", YamlText.Scalar(item));
        }
    }

    private void Section(string name, int count)
    {
        if (count > 0)
        {
            _text.Append('\n');
            Line(name, ":");
        }
    }

    private void Optional(string start, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            Line(start, YamlText.Scalar(value));
        }
    }

    private void Optional(string start, bool? value)
    {
        if (value is { } given)
        {
            Line(start, given ? "true" : "false");
        }
    }

    private void Line(string start, string rest = "") => _text.Append(start).Append(rest).Append('\n');
}
