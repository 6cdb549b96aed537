using System.Text.Json.Nodes;
using CsCheck;
using Slipway.Api.Bootstrap;
using Slipway.Api.Bootstrap.Files;
using Slipway.Api.Bootstrap.Kubeadm;
using Slipway.Controllers.Kubeadm;
using Slipway.Controllers.Kubeadm.Certificates;
using Slipway.Machinery.Yaml;
using Slipway.Unit.Controllers.Stories;

namespace Slipway.Unit.Controllers.Kubeadm;

public sealed class CloudConfigTests
{
    private static readonly KubeadmConfigSpec Spec = new()
    {
        BootCommands = ["cloud-init-per once x"],
        PreKubeadmCommands = ["hostname \"{{ ds.meta_data.hostname }}\"", "echo 'a: b' > /x"],
        PostKubeadmCommands = ["touch /done"],
        Verbosity = 5,
        Ntp = new NTP { Enabled = true, Servers = ["time.example.org"] },
        DiskSetup = new DiskSetup
        {
            Partitions =
            [
                new Partition { Device = "/dev/vdb", Layout = true, Overwrite = false, TableType = "gpt" },
                new Partition { Device = "/dev/vdc", DiskLayout = [new PartitionSpec { Percentage = 30, PartitionType = "LinuxSwap" }, new PartitionSpec { Percentage = 70 }] },
            ],
            Filesystems = [new FilesystemSetup { Device = "/dev/vdb", Filesystem = "ext4", Label = "etcd_disk", ExtraOpts = ["-F", "-E", "lazy_itable_init=1,lazy_journal_init=1"] }],
        },
        Mounts = [["LABEL=etcd_disk", "/var/lib/etcddisk"]],
    };

    [Fact]
    public void A_first_machine()
    {
        var set = new CertificateSet
        {
            Pairs = CertificatePurposes.Of(null).ToDictionary(p => p, p => new CertificatePair(p, $"certificate of {p}\n", $"key of {p}\n")),
        };
        FileText[] files =
        [
            .. CertificateFiles.Of(set, null),
            new FileText("/etc/motd", "two\nlines\n") { Owner = "root:root", Permissions = "0644", Append = true },
            new FileText("/etc/packed", "H4sI") { Encoding = "gzip+base64" },
        ];
        User[] users =
        [
            new User { Name = "admin", Sudo = "ALL=(ALL) NOPASSWD:ALL", LockPassword = false, Groups = "a, b", SshAuthorizedKeys = ["ssh-ed25519 AAAA x@y"], Shell = "/bin/bash" },
        ];
        Story.Tells("cloud config of a first machine", [CloudConfig.Write(BootstrapTexts.Init(Spec, files, users, "---\nkind: InitConfiguration\n")).TrimEnd('\n')]);
    }

    [Fact]
    public void A_machine_that_joins() => Story.Tells(
        "cloud config of a machine that joins",
        [CloudConfig.Write(BootstrapTexts.Join(new KubeadmConfigSpec(), [], [], "---\nkind: JoinConfiguration\n")).TrimEnd('\n')]);

    [Fact]
    public void External_etcd_has_its_files_where_kubeadm_looks()
    {
        var config = new ClusterConfiguration
        {
            Etcd = new Slipway.Api.Bootstrap.Kubeadm.Etcd { External = new ExternalEtcd { Endpoints = ["https://e:2379"], CaFile = "/e/ca", CertFile = "/e/crt", KeyFile = "/e/key" } },
        };
        var set = new CertificateSet
        {
            Pairs = CertificatePurposes.Of(config).ToDictionary(p => p, p => new CertificatePair(p, "c", p == CertificatePurpose.Etcd ? "" : "k")),
        };
        var paths = CertificateFiles.Of(set, config).Select(f => f.Path);
        Assert.Equal(
            [
                "/etc/kubernetes/pki/ca.crt", "/etc/kubernetes/pki/ca.key", "/e/ca", "/etc/kubernetes/pki/front-proxy-ca.crt",
                "/etc/kubernetes/pki/front-proxy-ca.key", "/etc/kubernetes/pki/sa.pub", "/etc/kubernetes/pki/sa.key", "/e/crt", "/e/key",
            ],
            paths);
    }

    [Fact]
    public void Every_content_is_read_back_exactly() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.OneOfConst('a', ' ', '\n', ':', '#', '-', '\t', '\'', '"', '{', '|')]).Sample(content =>
        {
            if (content.Any(char.IsSurrogate))
            {
                // Half a character is no text that a file could hold.
                return;
            }

            var text = CloudConfig.Write(new BootstrapText { Files = [new FileText("/f", content)], RunCommands = [content] });
            var read = (JsonObject)YamlDocuments.Read(text, "cloud-config")[0].Root;
            Assert.Equal(content, read["write_files"]![0]!["content"]!.GetValue<string>());
            Assert.Equal(content, read["runcmd"]![0]!.GetValue<string>());
        });
}
