using Slipway.Api.Bootstrap.Joining;
using Slipway.Api.Bootstrap.Kubeadm;
using Slipway.Api.Kubernetes.Nodes;
using Slipway.Api.Kubernetes.Pods;
using Slipway.Controllers.Contracts;
using Slipway.Controllers.Kubeadm;
using Slipway.Unit.Controllers.Stories;

namespace Slipway.Unit.Controllers.Kubeadm;

/// <summary>kubeadm's files, whole, as they stand in test/Unit/Controllers/Stories.</summary>
public sealed class KubeadmFileTests
{
    private static readonly ClusterConfiguration Cluster = new()
    {
        ImageRepository = "registry.example.org/k8s",
        CertificatesDir = "/etc/pki",
        FeatureGates = new Dictionary<string, bool> { ["B"] = false, ["A"] = true },
        CertificateValidityPeriodDays = 100,
        CaCertificateValidityPeriodDays = 3650,
        EncryptionAlgorithm = "ECDSA-P256",
        ApiServer = new APIServer
        {
            CertSANs = ["localhost", "127.0.0.1"],
            ExtraArgs = [new Arg { Name = "v", Value = "1" }, new Arg { Name = "audit-log-path", Value = "-" }],
            ExtraVolumes = [new HostPathMount { Name = "a", HostPath = "/a", MountPath = "/b", ReadOnly = true, PathType = "Directory" }],
            ExtraEnvs = [new EnvVar { Name = "GODEBUG", Value = "x" }],
        },
        ControllerManager = new ControlPlaneComponent { ExtraArgs = [new Arg { Name = "enable-hostpath-provisioner", Value = "true" }] },
        Dns = new DNS { ImageTag = "v1.12.0" },
        Etcd = new Slipway.Api.Bootstrap.Kubeadm.Etcd { Local = new LocalEtcd { DataDir = "/var/etcd", PeerCertSANs = ["peer"] } },
    };

    private static readonly InitConfiguration Init = new()
    {
        LocalAPIEndpoint = new LocalAPIEndpoint { AdvertiseAddress = "10.0.0.5", BindPort = 6443 },
        NodeRegistration = new NodeRegistrationOptions
        {
            CriSocket = "unix:///run/containerd/containerd.sock",
            ImagePullPolicy = "IfNotPresent",
            ImagePullSerial = false,
            KubeletExtraArgs = [new Arg { Name = "eviction-hard", Value = "nodefs.available<0%,imagefs.available<0%" }],
            Taints = [],
        },
        Patches = new Patches { Directory = "/etc/patches" },
        SkipPhases = ["addon/kube-proxy"],
        Timeouts = new Timeouts { ControlPlaneComponentHealthCheckSeconds = 300, TlsBootstrapSeconds = 3700 },
    };

    private static readonly JoinConfiguration Join = new()
    {
        CaCertPath = "/etc/ca.crt",
        ControlPlane = new JoinControlPlane(),
        Discovery = new Discovery
        {
            BootstrapToken = new BootstrapTokenDiscovery { ApiServerEndpoint = "10.0.0.1:6443", CaCertHashes = ["sha256:00"], Token = "abcdef.0123456789abcdef" },
        },
        NodeRegistration = new NodeRegistrationOptions { Taints = [new Taint { Key = "node.cluster.x-k8s.io/uninitialized", Effect = "NoSchedule" }] },
        Timeouts = new Timeouts { TlsBootstrapSeconds = 60 },
    };

    [Theory]
    [InlineData("v1.21.14")]
    [InlineData("v1.22.2")]
    [InlineData("v1.30.5-rc.1")]
    [InlineData("v1.31.0")]
    public void Every_version_has_its_fields(string version)
    {
        var api = KubeadmApis.For(KubernetesVersion.Parse(version)!);
        var facts = new KubeadmFacts
        {
            ClusterName = "c",
            KubernetesVersion = version,
            ControlPlaneEndpoint = "10.0.0.1:6443",
            PodSubnet = "192.168.0.0/16",
            ServiceSubnet = "10.128.0.0/12",
            DnsDomain = "cluster.local",
            ControlPlaneComponentHealthCheckSeconds = 300,
        };
        Story.Tells(
            $"kubeadm files for {version}",
            [KubeadmFile.Write(
                ClusterConfigurationFile.Write(api, Cluster, facts),
                NodeConfigurationFile.WriteInit(api, Init),
                NodeConfigurationFile.WriteJoin(api, Join)).TrimEnd('\n')]);
    }

    [Theory]
    [InlineData("v1.21.0", "kubeadm.k8s.io/v1beta2")]
    [InlineData("v1.22.0-alpha.1", "kubeadm.k8s.io/v1beta3")]
    [InlineData("v1.30.99", "kubeadm.k8s.io/v1beta3")]
    [InlineData("v1.31.0-rc.0", "kubeadm.k8s.io/v1beta4")]
    [InlineData("v2.0.0", "kubeadm.k8s.io/v1beta4")]
    public void The_version_of_the_file_follows_Kubernetes(string version, string expected) =>
        Assert.Equal(expected, KubeadmApis.For(KubernetesVersion.Parse(version)!).ApiVersion);

    [Theory]
    [InlineData(0, "0s")]
    [InlineData(59, "59s")]
    [InlineData(300, "5m0s")]
    [InlineData(3700, "1h1m40s")]
    public void Seconds_are_written_as_Go_does(int seconds, string expected) => Assert.Equal(expected, GoDuration.OfSeconds(seconds));

    [Fact]
    public void External_etcd_replaces_the_local_one()
    {
        var config = Cluster with
        {
            Etcd = new Slipway.Api.Bootstrap.Kubeadm.Etcd { External = new ExternalEtcd { Endpoints = ["https://e:2379"], CaFile = "/ca", CertFile = "/crt", KeyFile = "/key" } },
        };
        var etcd = ClusterConfigurationFile.Write(KubeadmApi.V1Beta4, config, new KubeadmFacts())["etcd"]!;
        Assert.Null(etcd["local"]);
        Assert.Equal("""{"endpoints":["https://e:2379"],"caFile":"/ca","certFile":"/crt","keyFile":"/key"}""", etcd["external"]!.ToJsonString());
    }
}
