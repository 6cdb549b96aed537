using System.Text.Json.Nodes;
using Slipway.Api.Crds;

namespace Slipway.Unit.Api.Crds;

public sealed class CrdsAreComplete
{
    public static TheoryData<string> Names => new(CrdCatalog.All.Select(c => c.Name));

    private static JsonNode Definition(string name) => JsonNode.Parse(CrdCatalog.All.Single(c => c.Name == name).Utf8)!;

    private static JsonNode Schema(string name, string version) =>
        Definition(name)["spec"]!["versions"]!.AsArray().Single(v => v!["name"]!.ToString() == version)!["schema"]!["openAPIV3Schema"]!;

    [Fact]
    public void All_kinds_are_there_in_order() => Assert.Equal(
        [
            "clusters.cluster.x-k8s.io",
            "devclusters.infrastructure.cluster.x-k8s.io",
            "devmachines.infrastructure.cluster.x-k8s.io",
            "devmachinetemplates.infrastructure.cluster.x-k8s.io",
            "dockerclusters.infrastructure.cluster.x-k8s.io",
            "dockermachines.infrastructure.cluster.x-k8s.io",
            "dockermachinetemplates.infrastructure.cluster.x-k8s.io",
            "kubeadmconfigs.bootstrap.cluster.x-k8s.io",
            "kubeadmconfigtemplates.bootstrap.cluster.x-k8s.io",
            "kubeadmcontrolplanes.controlplane.cluster.x-k8s.io",
            "machinedeployments.cluster.x-k8s.io",
            "machinehealthchecks.cluster.x-k8s.io",
            "machines.cluster.x-k8s.io",
            "machinesets.cluster.x-k8s.io",
        ],
        CrdCatalog.All.Select(c => c.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_versions_are_served_and_the_newer_is_stored(string name)
    {
        var definition = Definition(name);
        var versions = definition["spec"]!["versions"]!.AsArray().Select(v => ($"{v!["name"]}", (bool)v["served"]!, (bool)v["storage"]!));
        Assert.Equal([("v1beta1", true, false), ("v1beta2", true, true)], versions);
        Assert.Equal(name, definition["metadata"]!["name"]!.ToString());
        Assert.Equal("v1beta2", definition["metadata"]!["labels"]!["cluster.x-k8s.io/v1beta2"]!.ToString());
        Assert.Equal("v1beta1", definition["metadata"]!["labels"]!["cluster.x-k8s.io/v1beta1"]!.ToString());
        Assert.NotNull(definition["metadata"]!["labels"]!["cluster.x-k8s.io/provider"]);
        Assert.Equal("cluster-api", definition["spec"]!["names"]!["categories"]![0]!.ToString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_field_is_explained(string name)
    {
        var silent = new List<string>();
        foreach (var version in new[] { "v1beta1", "v1beta2" })
        {
            Collect(Schema(name, version).AsObject(), version, silent);
        }

        Assert.Empty(silent);
    }

    [Fact]
    public void Limits_and_lists_come_out()
    {
        var gates = Schema("machines.cluster.x-k8s.io", "v1beta2")["properties"]!["spec"]!["properties"]!["readinessGates"]!;
        Assert.Equal("map", gates["x-kubernetes-list-type"]!.ToString());
        Assert.Equal("conditionType", gates["x-kubernetes-list-map-keys"]![0]!.ToString());
        Assert.Equal(32, (int)gates["maxItems"]!);
        Assert.Equal("conditionType", gates["items"]!["required"]![0]!.ToString());
        Assert.Equal(316, (int)gates["items"]!["properties"]!["conditionType"]!["maxLength"]!);
        Assert.Equal(1, (int)Schema("clusters.cluster.x-k8s.io", "v1beta2")["properties"]!["spec"]!["minProperties"]!);
    }

    [Fact]
    public void Odd_types_come_out()
    {
        var surge = Schema("machinedeployments.cluster.x-k8s.io", "v1beta2")["properties"]!["spec"]!["properties"]!["rollout"]!["properties"]!["strategy"]!["properties"]!["rollingUpdate"]!["properties"]!["maxSurge"]!;
        Assert.True((bool)surge["x-kubernetes-int-or-string"]!);
        Assert.Null(surge["type"]);
        var variable = Schema("clusters.cluster.x-k8s.io", "v1beta2")["properties"]!["spec"]!["properties"]!["topology"]!["properties"]!["variables"]!["items"]!["properties"]!["value"]!;
        Assert.True((bool)variable["x-kubernetes-preserve-unknown-fields"]!);
        var mounts = Schema("kubeadmconfigs.bootstrap.cluster.x-k8s.io", "v1beta2")["properties"]!["spec"]!["properties"]!["mounts"]!["items"]!;
        Assert.Equal("array", mounts["type"]!.ToString());
        Assert.Equal(512, (int)mounts["items"]!["maxLength"]!);
    }

    [Fact]
    public void Scale_and_columns_come_out()
    {
        var version = Definition("kubeadmcontrolplanes.controlplane.cluster.x-k8s.io")["spec"]!["versions"]![1]!;
        Assert.Equal(".status.selector", version["subresources"]!["scale"]!["labelSelectorPath"]!.ToString());
        Assert.NotNull(version["subresources"]!["status"]);
        Assert.Equal(["Cluster", "Available", "Desired"], version["additionalPrinterColumns"]!.AsArray().Take(3).Select(c => c!["name"]!.ToString()));
    }

    private static void Collect(JsonObject schema, string path, List<string> silent)
    {
        foreach (var (name, child) in schema["properties"]?.AsObject() ?? [])
        {
            var field = $"{path}.{name}";
            if (child!["description"] is null && name != "metadata")
            {
                silent.Add(field);
            }

            Collect(child.AsObject(), field, silent);
        }

        foreach (var keyword in new[] { "items", "additionalProperties" })
        {
            if (schema[keyword] is JsonObject inner)
            {
                Collect(inner, path + "[]", silent);
            }
        }
    }
}
