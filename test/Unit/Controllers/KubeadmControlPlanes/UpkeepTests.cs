using System.Text.Json.Nodes;
using Slipway.Api.Bootstrap;
using Slipway.Api.Bootstrap.Kubeadm;
using Slipway.Controllers.Contracts;
using Slipway.Controllers.KubeadmControlPlanes.Upkeep;
using Slipway.Controllers.KubeadmControlPlanes.Views;

namespace Slipway.Unit.Controllers.KubeadmControlPlanes;

public sealed class UpkeepTests
{
    [Theory]
    [InlineData("registry.k8s.io/kube-proxy:v1.30.0", "registry.k8s.io/kube-proxy", "v1.30.0")]
    [InlineData("localhost:5000/a/b", "localhost:5000/a/b", "")]
    [InlineData("a@sha256:00", "a", "")]
    public void Images_are_read(string text, string repository, string tag) => Assert.Equal(new ContainerImage(repository, tag), ContainerImage.Parse(text));

    [Theory]
    [InlineData(null, null, "registry.k8s.io/coredns/coredns:v1.10.1")]
    [InlineData(null, "v1.11.0", "registry.k8s.io/coredns/coredns:v1.11.0")]
    [InlineData("mirror.example.org/k8s", null, "mirror.example.org/k8s/coredns:v1.10.1")]
    [InlineData("registry.k8s.io", "v1.12.0", "registry.k8s.io/coredns/coredns:v1.12.0")]
    [InlineData("registry.k8s.io", "1.7.0", "registry.k8s.io/coredns:1.7.0")]
    public void CoreDns_comes_from_where_it_is_wanted(string? repository, string? tag, string expected)
    {
        var view = View(new ClusterConfiguration { Dns = new DNS { ImageRepository = repository, ImageTag = tag } });
        Assert.Equal(expected, CoreDns.Wanted(view, ContainerImage.Parse("registry.k8s.io/coredns/coredns:v1.10.1")).ToString());
    }

    [Fact]
    public void The_record_follows_version_and_configuration_and_keeps_the_rest()
    {
        var record = (JsonObject)JsonNode.Parse(
            """
            {"apiVersion":"kubeadm.k8s.io/v1beta3","kind":"ClusterConfiguration","clusterName":"c","kubernetesVersion":"v1.30.0",
             "apiServer":{"extraArgs":{"v":"1"}},"imageRepository":"old","etcd":{"local":{"dataDir":"/var/lib/etcd"}},"networking":{"podSubnet":"10.0.0.0/8"}}
            """)!;
        var view = View(new ClusterConfiguration { ApiServer = new APIServer { ExtraArgs = [new Arg { Name = "v", Value = "2" }] } }, "v1.31.0");
        KubeadmConfigMap.Follow(record, view, KubernetesVersion.Parse("v1.31.0")!);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                """
                {"apiVersion":"kubeadm.k8s.io/v1beta4","kind":"ClusterConfiguration","clusterName":"c","kubernetesVersion":"v1.31.0",
                 "apiServer":{"extraArgs":[{"name":"v","value":"2"}]},"etcd":{"local":{"dataDir":"/var/lib/etcd"}},
                 "networking":{"podSubnet":"10.0.0.0/8"},"featureGates":{"ControlPlaneKubeletLocalMode":true}}
                """),
            record), record.ToJsonString());
    }

    private static View View(ClusterConfiguration config, string version = "v1.30.0")
    {
        var world = new ControlPlaneWorld(1, version);
        world.Plane = world.Plane with { Spec = world.Plane.Spec with { KubeadmConfigSpec = new KubeadmConfigSpec { ClusterConfiguration = config } } };
        return world.Look();
    }
}
