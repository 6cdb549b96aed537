namespace Slipway.Unit.Api.Admission;

public sealed class ProviderKinds
{
    private static string Plane(string spec = "", string config = "", string version = "v1.31.0", string replicas = "1") =>
        """{"metadata":{"name":"k"},"spec":{"replicas":REPLICAS,"version":"VERSION","machineTemplate":{"spec":{"infrastructureRef":{"apiGroup":"i","kind":"T","name":"t"}}},"kubeadmConfigSpec":{CONFIG}SPEC}}"""
            .Replace("SPEC", spec, StringComparison.Ordinal).Replace("CONFIG", config, StringComparison.Ordinal)
            .Replace("VERSION", version, StringComparison.Ordinal).Replace("REPLICAS", replicas, StringComparison.Ordinal);

    private static void RefusesPlane(string json, string field, string said, string? old = null) => Admit.Refuses("KubeadmControlPlane", json, field, said, old);

    [Fact]
    public void A_control_plane_gets_its_defaults()
    {
        var spec = Admit.Default("KubeadmControlPlane", """{"metadata":{"name":"k"},"spec":{"version":"1.31.0"}}""")["spec"]!;
        Assert.Equal(
            """{"version":"v1.31.0","replicas":1,"rollout":{"strategy":{"type":"RollingUpdate","rollingUpdate":{"maxSurge":1}}}}""", spec.ToJsonString());
    }

    [Theory]
    [InlineData("0", "at least one")]
    [InlineData("-1", "at least one")]
    [InlineData("2", "odd number")]
    public void Replicas_are_positive_and_odd(string replicas, string said) => RefusesPlane(Plane(replicas: replicas), "spec.replicas", said);

    [Fact]
    public void Replicas_may_be_even_where_etcd_is_elsewhere() =>
        Admit.Accepts("KubeadmControlPlane", Plane(config: "\"clusterConfiguration\":{\"etcd\":{\"external\":{\"caFile\":\"a\",\"certFile\":\"b\",\"keyFile\":\"c\",\"endpoints\":[\"e\"]}}}", replicas: "2"));

    [Fact]
    public void Upgrades_go_by_one_minor_version()
    {
        RefusesPlane(Plane(version: "v1.33.0"), "spec.version", "v1.32 first", Plane());
        Admit.Accepts("KubeadmControlPlane", Plane(version: "v1.32.5"), Plane());
        Admit.Accepts("KubeadmControlPlane", Plane(version: "v1.30.0"), Plane());
        RefusesPlane(Plane(version: "1.31"), "spec.version", "as in v1.31.0");
    }

    [Fact]
    public void The_rollout_is_checked()
    {
        static string Surge(string value) => ",\"rollout\":{\"strategy\":{\"type\":\"RollingUpdate\",\"rollingUpdate\":{\"maxSurge\":" + value + "}}}";
        RefusesPlane(Plane(Surge("2")), "spec.rollout.strategy.rollingUpdate.maxSurge", "(1)");
        RefusesPlane(Plane(Surge("0")), "spec.rollout.strategy.rollingUpdate.maxSurge", "at least 3");
        Admit.Accepts("KubeadmControlPlane", Plane(Surge("0"), replicas: "3"));
        RefusesPlane(Plane(",\"rollout\":{\"before\":{\"certificatesExpiryDays\":365}}"), "spec.rollout.before.certificatesExpiryDays", "write less");
    }

    [Fact]
    public void Etcd_stays_where_it_is()
    {
        const string External = "\"clusterConfiguration\":{\"etcd\":{\"external\":{\"caFile\":\"a\",\"certFile\":\"b\",\"keyFile\":\"c\",\"endpoints\":[\"e\"]}}}";
        const string Local = "\"clusterConfiguration\":{\"etcd\":{\"local\":{\"dataDir\":\"/d\"}}}";
        RefusesPlane(Plane(config: External), "spec.kubeadmConfigSpec.clusterConfiguration.etcd", "cannot move", Plane(config: Local));
    }

    [Fact]
    public void Only_what_a_rollout_can_carry_may_change()
    {
        RefusesPlane(
            Plane(config: "\"clusterConfiguration\":{\"certificatesDir\":\"/b\"}"),
            "spec.kubeadmConfigSpec.clusterConfiguration.certificatesDir",
            "cannot be changed",
            Plane(config: "\"clusterConfiguration\":{\"certificatesDir\":\"/a\"}"));
        RefusesPlane(
            Plane(), "spec.kubeadmConfigSpec.clusterConfiguration.controlPlaneEndpoint", "cannot be changed", Plane(config: "\"clusterConfiguration\":{\"controlPlaneEndpoint\":\"e\"}"));
        Admit.Accepts(
            "KubeadmControlPlane",
            Plane(config: "\"clusterConfiguration\":{\"apiServer\":{\"certSANs\":[\"a\"]},\"imageRepository\":\"r\"},\"joinConfiguration\":{\"skipPhases\":[\"x\"]},\"files\":[{\"path\":\"/a\"}]"),
            Plane());
    }

    [Fact]
    public void Both_waits_are_the_same() =>
        RefusesPlane(
            Plane(config: "\"initConfiguration\":{\"timeouts\":{\"controlPlaneComponentHealthCheckSeconds\":5}}"),
            "spec.kubeadmConfigSpec.initConfiguration.timeouts.controlPlaneComponentHealthCheckSeconds",
            "not set");

    [Fact]
    public void Image_tags_are_checked()
    {
        RefusesPlane(Plane(config: "\"clusterConfiguration\":{\"etcd\":{\"local\":{\"imageTag\":\"a b\"}}}"), "spec.kubeadmConfigSpec.clusterConfiguration.etcd.local.imageTag", "128");
        RefusesPlane(Plane(config: "\"clusterConfiguration\":{\"dns\":{\"imageTag\":\"latest\"}}"), "spec.kubeadmConfigSpec.clusterConfiguration.dns.imageTag", "v1.11.3");
    }

    [Fact]
    public void Bootstrap_specs_are_checked()
    {
        static string Config(string spec) => """{"metadata":{"name":"k"},"spec":{SPEC}}""".Replace("SPEC", spec, StringComparison.Ordinal);
        Admit.Accepts("KubeadmConfig", Config("\"files\":[{\"path\":\"/a\",\"content\":\"x\"},{\"path\":\"/b\",\"contentFrom\":{\"secret\":{\"name\":\"s\",\"key\":\"k\"}}}]"));
        Admit.Refuses("KubeadmConfig", Config("\"files\":[{\"path\":\"/a\",\"content\":\"x\",\"contentFrom\":{\"secret\":{\"name\":\"s\",\"key\":\"k\"}}}]"), "spec.files[0]", "not both");
        Admit.Refuses("KubeadmConfig", Config("\"files\":[{\"path\":\"/a\"},{\"path\":\"/a\"}]"), "spec.files[1].path", "Duplicate");
        Admit.Refuses("KubeadmConfig", Config("\"users\":[{\"name\":\"u\",\"passwd\":\"p\",\"passwdFrom\":{\"secret\":{\"name\":\"s\",\"key\":\"k\"}}}]"), "spec.users[0]", "not both");
        Admit.Refuses("KubeadmConfig", Config("\"format\":\"ignition\""), "spec.format", "cloud-config");
        Admit.Refuses("KubeadmConfig", Config("\"diskSetup\":{\"partitions\":[{\"device\":\"d\",\"diskLayout\":[{\"percentage\":60},{\"percentage\":50}]}]}"), "spec.diskSetup.partitions[0].diskLayout", "100 at most");
        Admit.Refuses("KubeadmConfigTemplate", """{"metadata":{"name":"k"},"spec":{"template":{"spec":{"files":[{"path":"/a"},{"path":"/a"}]}}}}""", "spec.template.spec.files[1].path", "Duplicate");
    }

    [Fact]
    public void Development_kinds_get_a_backend()
    {
        Assert.Equal("""{"backend":{"docker":{}},"controlPlaneEndpoint":{"port":6443}}""", Admit.Default("DevCluster", """{"metadata":{"name":"d"}}""")["spec"]!.ToJsonString());
        Assert.Equal("""{"backend":{"inMemory":{}}}""", Admit.Default("DevCluster", """{"metadata":{"name":"d"},"spec":{"backend":{"inMemory":{}}}}""")["spec"]!.ToJsonString());
        Assert.Equal("""{"controlPlaneEndpoint":{"port":6443}}""", Admit.Default("DockerCluster", """{"metadata":{"name":"d"}}""")["spec"]!.ToJsonString());
        Assert.Equal("""{"backend":{"docker":{}}}""", Admit.Default("DevMachine", """{"metadata":{"name":"d"},"spec":{}}""")["spec"]!.ToJsonString());
    }

    [Fact]
    public void Failure_domains_are_sorted() =>
        Admit.Refuses("DockerCluster", """{"metadata":{"name":"d"},"spec":{"failureDomains":[{"name":"b"},{"name":"a"}]}}""", "spec.failureDomains", "before \"b\"");

    [Theory]
    [InlineData("DockerMachineTemplate", """{"metadata":{"name":"t"},"spec":{"template":{"spec":{"customImage":"IMAGE"}}}}""")]
    [InlineData("DevMachineTemplate", """{"metadata":{"name":"t"},"spec":{"template":{"spec":{"backend":{"docker":{"customImage":"IMAGE"}}}}}}""")]
    public void Templates_are_made_once(string kind, string json)
    {
        var other = json.Replace("IMAGE", "other", StringComparison.Ordinal);
        Admit.Refuses(kind, json, "spec.template.spec", "another name", other);
        Admit.Accepts(kind, json.Replace("\"name\":\"t\"", "\"name\":\"t\",\"annotations\":{\"topology.cluster.x-k8s.io/dry-run\":\"\"}", StringComparison.Ordinal), other);
    }

    [Fact]
    public void A_machine_keeps_its_image() =>
        Admit.Refuses(
            "DevMachine",
            """{"metadata":{"name":"t"},"spec":{"backend":{"docker":{"customImage":"a"}}}}""",
            "spec.backend.docker.customImage",
            "cannot be modified",
            """{"metadata":{"name":"t"},"spec":{"backend":{"docker":{}}}}""");
}
