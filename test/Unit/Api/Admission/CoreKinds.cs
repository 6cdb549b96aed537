using System.Text.Json.Nodes;
using Slipway.Api;
using Slipway.Api.Admission;
using Slipway.Machinery.Admission;

namespace Slipway.Unit.Api.Admission;

public sealed class CoreKinds
{
    private const string Machine = """{"metadata":{"name":"m","namespace":"n"},"spec":{"clusterName":"c","version":"VERSION","bootstrap":{"dataSecretName":"s"},"infrastructureRef":{"apiGroup":"i","kind":"T","name":"t"}}}""";

    private static string Deployment(string spec = "", string template = "", string meta = "") =>
        """{"metadata":{"name":"d"META},"spec":{"clusterName":"c","selector":{},"template":{"spec":{"clusterName":"c","version":"1.31.0","bootstrap":{"dataSecretName":"s"},"infrastructureRef":{"apiGroup":"i","kind":"T","name":"t"}TEMPLATE}}SPEC}}"""
            .Replace("SPEC", spec, StringComparison.Ordinal).Replace("TEMPLATE", template, StringComparison.Ordinal).Replace("META", meta, StringComparison.Ordinal);

    [Fact]
    public void A_machine_gets_its_defaults()
    {
        var machine = Admit.Default("Machine", Machine.Replace("VERSION", "1.31.0", StringComparison.Ordinal));
        Assert.Equal("v1.31.0", machine["spec"]!["version"]!.ToString());
        Assert.Equal("c", machine["metadata"]!["labels"]!["cluster.x-k8s.io/cluster-name"]!.ToString());
        Assert.Equal(10, (int)machine["spec"]!["deletion"]!["nodeDeletionTimeoutSeconds"]!);
    }

    [Theory]
    [InlineData("v1.31.0")]
    [InlineData("1.31.0")]
    [InlineData("v1.31.0-rc.1+build.7")]
    public void Versions_are_taken(string version) => Admit.Accepts("Machine", Machine.Replace("VERSION", version, StringComparison.Ordinal));

    [Theory]
    [InlineData("1.22")]
    [InlineData("v1")]
    [InlineData("latest")]
    [InlineData("v1.031.0")]
    public void Versions_are_refused_with_an_example(string version) =>
        Admit.Refuses("Machine", Machine.Replace("VERSION", version, StringComparison.Ordinal), "spec.version", "as in v1.31.0");

    [Fact]
    public void A_machine_needs_a_bootstrap()
    {
        var json = Machine.Replace("VERSION", "v1.31.0", StringComparison.Ordinal).Replace("""{"dataSecretName":"s"}""", "{}", StringComparison.Ordinal);
        Admit.Refuses("Machine", json, "spec.bootstrap.configRef", "KubeadmConfigTemplate");
        Admit.Accepts("Machine", json.Replace("\"namespace\":\"n\"", "\"labels\":{\"cluster.x-k8s.io/pool-name\":\"p\"}", StringComparison.Ordinal));
    }

    [Fact]
    public void A_machine_stays_in_its_cluster()
    {
        var old = Machine.Replace("VERSION", "v1.31.0", StringComparison.Ordinal);
        Admit.Refuses("Machine", old.Replace("\"clusterName\":\"c\"", "\"clusterName\":\"other\"", StringComparison.Ordinal), "spec.clusterName", "cannot be changed", old);
    }

    [Fact]
    public void Reserved_taints_are_refused()
    {
        static string With(string key, string labels) => Machine.Replace("VERSION", "v1.31.0", StringComparison.Ordinal)
            .Replace("\"clusterName\"", "\"taints\":[{\"key\":\"" + key + "\",\"effect\":\"NoSchedule\",\"propagation\":\"Always\"}],\"clusterName\"", StringComparison.Ordinal)
            .Replace("\"namespace\":\"n\"", labels, StringComparison.Ordinal);
        const string Plain = "\"namespace\":\"n\"";
        const string Control = "\"labels\":{\"cluster.x-k8s.io/control-plane\":\"\"}";
        Admit.Refuses("Machine", With("node.kubernetes.io/not-ready", Plain), "spec.taints[0].key", "your own domain");
        Admit.Refuses("Machine", With("node.cluster.x-k8s.io/uninitialized", Plain), "spec.taints[0].key", "your own domain");
        Admit.Refuses("Machine", With("node-role.kubernetes.io/control-plane", Plain), "spec.taints[0].key", "control plane only");
        Admit.Accepts("Machine", With("node-role.kubernetes.io/control-plane", Control));
        Admit.Accepts("Machine", With("node.kubernetes.io/out-of-service", Plain));
        Admit.Accepts("Machine", With("example.com/gpu", Plain));
    }

    [Fact]
    public void A_deployment_gets_its_defaults()
    {
        var value = Admit.Default("MachineDeployment", Deployment());
        var spec = value["spec"]!;
        Assert.Equal(1, (int)spec["replicas"]!);
        Assert.Equal("""{"cluster.x-k8s.io/deployment-name":"d","cluster.x-k8s.io/cluster-name":"c"}""", spec["selector"]!["matchLabels"]!.ToJsonString());
        Assert.Equal("""{"cluster.x-k8s.io/deployment-name":"d","cluster.x-k8s.io/cluster-name":"c"}""", spec["template"]!["metadata"]!["labels"]!.ToJsonString());
        Assert.Equal("""{"strategy":{"type":"RollingUpdate","rollingUpdate":{"maxSurge":1,"maxUnavailable":0}}}""", spec["rollout"]!.ToJsonString());
        Assert.Equal("v1.31.0", spec["template"]!["spec"]!["version"]!.ToString());
        Admit.Accepts("MachineDeployment", Deployment());
    }

    [Fact]
    public void A_strategy_of_its_own_gets_no_numbers() =>
        Assert.Equal(
            """{"strategy":{"type":"OnDelete"}}""",
            Admit.Default("MachineDeployment", Deployment(""","rollout":{"strategy":{"type":"OnDelete"}}"""))["spec"]!["rollout"]!.ToJsonString());

    [Theory]
    [InlineData(null, 2)]
    [InlineData(1, 2)]
    [InlineData(3, 3)]
    [InlineData(9, 5)]
    public void An_autoscaler_bounds_the_replicas(int? before, int wanted)
    {
        const string Bounds = ""","annotations":{"cluster.x-k8s.io/cluster-api-autoscaler-node-group-min-size":"2","cluster.x-k8s.io/cluster-api-autoscaler-node-group-max-size":"5"}""";
        var old = before is null ? null : Deployment($",\"replicas\":{before}", meta: Bounds);
        Assert.Equal(wanted, (int)Admit.Default("MachineDeployment", Deployment(meta: Bounds), old)["spec"]!["replicas"]!);
    }

    [Fact]
    public void Deployments_are_checked()
    {
        Admit.Refuses("MachineDeployment", Deployment(",\"replicas\":-1"), "spec.replicas", "0 or more");
        Admit.Refuses("MachineDeployment", Deployment(template: ",\"clusterName\":\"x\"").Replace("\"clusterName\":\"c\",\"version\"", "\"version\"", StringComparison.Ordinal), "spec.template.spec.clusterName", "write \"c\"");
        Admit.Refuses("MachineDeployment", Deployment(""","rollout":{"strategy":{"type":"RollingUpdate","rollingUpdate":{"maxSurge":0,"maxUnavailable":"0%"}}}"""), "spec.rollout.strategy.rollingUpdate.maxUnavailable", "both be 0");
        Admit.Refuses("MachineDeployment", Deployment(""","rollout":{"strategy":{"type":"RollingUpdate","rollingUpdate":{"maxSurge":"many"}}}"""), "spec.rollout.strategy.rollingUpdate.maxSurge", "25%");
        Admit.Refuses("MachineDeployment", Deployment(""","machineNaming":{"template":"x"}"""), "spec.machineNaming.template", "{{ .random }}");
        Admit.Refuses("MachineDeployment", Deployment(""","machineNaming":{"template":"A-{{ .random }}"}"""), "spec.machineNaming.template", "lower-case");
        Admit.Accepts("MachineDeployment", Deployment(""","machineNaming":{"template":"{{ .machineSet.name }}-{{ .random }}"}"""));
        Admit.Refuses("MachineDeployment", Deployment(meta: ""","annotations":{"machineset.cluster.x-k8s.io/skip-preflight-checks":"Nothing"}"""), "metadata.annotations[machineset.cluster.x-k8s.io/skip-preflight-checks]", "KubeadmVersionSkew");
        Admit.Refuses("MachineDeployment", Deployment().Replace("\"selector\":{}", "\"selector\":{\"matchLabels\":{\"a\":\"b\"}}", StringComparison.Ordinal), "spec.template.metadata.labels", "must match spec.selector");
    }

    [Fact]
    public void Sets_select_by_their_name_even_when_it_is_long()
    {
        var json = Deployment().Replace("\"name\":\"d\"", $"\"name\":\"{new string('d', 70)}\"", StringComparison.Ordinal);
        var labels = Admit.Default("MachineSet", json)["spec"]!["selector"]!["matchLabels"]!.AsObject();
        Assert.Matches("^hash_[A-Za-z0-9_-]{6}_z$", labels["cluster.x-k8s.io/set-name"]!.ToString());
        Admit.Accepts("MachineSet", json);
        Admit.Refuses("MachineSet", Deployment(",\"replicas\":-1"), "spec.replicas", "0 or more");
    }

    [Fact]
    public void Health_checks_are_checked()
    {
        static string Check(string selector, string more = "") => "{\"metadata\":{\"name\":\"h\"},\"spec\":{\"clusterName\":\"c\",\"selector\":" + selector + more + "}}";
        Assert.Equal(600, (int)Admit.Default("MachineHealthCheck", Check("{}"))["spec"]!["checks"]!["nodeStartupTimeoutSeconds"]!);
        Admit.Refuses("MachineHealthCheck", Check("{}"), "spec.selector", "which machines");
        Admit.Refuses("MachineHealthCheck", Check("""{"matchLabels":{"cluster.x-k8s.io/cluster-name":"x"}}"""), "spec.selector", "another cluster");
        Admit.Refuses("MachineHealthCheck", Check("""{"matchLabels":{"a":"b"}}""", ",\"checks\":{\"nodeStartupTimeoutSeconds\":29}"), "spec.checks.nodeStartupTimeoutSeconds", "at least 30");
        Admit.Accepts("MachineHealthCheck", Check("""{"matchLabels":{"a":"b"}}""", ",\"checks\":{\"nodeStartupTimeoutSeconds\":0}"));
        Admit.Refuses("MachineHealthCheck", Check("""{"matchLabels":{"a":"b"}}""", ",\"remediation\":{\"triggerIf\":{\"unhealthyLessThanOrEqualTo\":\"x\"}}"), "spec.remediation.triggerIf.unhealthyLessThanOrEqualTo", "percentage");
    }

    [Fact]
    public void Clusters_are_checked()
    {
        static string Cluster(string spec) => """{"metadata":{"name":"c"},"spec":{SPEC}}""".Replace("SPEC", spec, StringComparison.Ordinal);
        const string Infra = "\"infrastructureRef\":{\"apiGroup\":\"i\",\"kind\":\"K\",\"name\":\"n\"}";
        Admit.Accepts("Cluster", Cluster(Infra));
        Admit.Refuses("Cluster", Cluster("\"paused\":true"), "spec", "must be set");
        Admit.Refuses("Cluster", Cluster("\"paused\":true"), "spec.infrastructureRef", "cannot be removed", Cluster(Infra));
        Admit.Refuses("Cluster", Cluster(Infra + ",\"clusterNetwork\":{\"pods\":{\"cidrBlocks\":[\"10.0.0.0\"]}}"), "spec.clusterNetwork.pods.cidrBlocks[0]", "192.168.0.0/16");
        Admit.Accepts("Cluster", Cluster(Infra + ",\"clusterNetwork\":{\"pods\":{\"cidrBlocks\":[\"10.0.0.0/8\",\"fd00::/48\"]}}"));
        Admit.Refuses("Cluster", Cluster("\"topology\":{\"version\":\"1.31.0\",\"classRef\":{\"name\":\"k\"}}"), "spec.topology", "ClusterTopology");
    }

    [Fact]
    public void Topologies_are_checked_where_they_are_served()
    {
        static string Cluster(string version, string workers) =>
            """{"metadata":{"name":"c"},"spec":{"topology":{"version":"VERSION","classRef":{"name":"k"},"workers":{"machineDeployments":[WORKERS]}}}}"""
                .Replace("VERSION", version, StringComparison.Ordinal).Replace("WORKERS", workers, StringComparison.Ordinal);
        var on = new AdmissionGates { ClusterTopology = true };
        Assert.Empty(Admit.Faults("Cluster", Cluster("1.31.0", """{"class":"a","name":"md"}"""), gates: on));
        Assert.Contains(Admit.Faults("Cluster", Cluster("v1.31.0", """{"class":"a","name":"md"},{"class":"a","name":"md"}"""), gates: on), f => f == "spec.topology.workers.machineDeployments[1].name: Duplicate value: \"md\"");
        Assert.Contains(Admit.Faults("Cluster", Cluster("v1.30.0", ""), Cluster("v1.31.0", ""), on), f => f.Contains("cannot go down", StringComparison.Ordinal));
        Assert.Contains(Admit.Faults("Cluster", Cluster("v1.33.0", ""), Cluster("v1.31.0", ""), on), f => f.Contains("v1.32 first", StringComparison.Ordinal));
    }

    [Fact]
    public void What_does_not_change_is_not_judged_again()
    {
        var bad = Machine.Replace("VERSION", "latest", StringComparison.Ordinal);
        var request = new AdmissionRequest(AdmissionOperation.Update, JsonNode.Parse(bad)!.AsObject(), JsonNode.Parse(bad)!.AsObject());
        Assert.Empty(ApiAdmissions.All.Single(a => a.Kind.Kind == "Machine").Validate(request));
    }
}
