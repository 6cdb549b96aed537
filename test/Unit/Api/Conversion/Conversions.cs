using System.Text.Json.Nodes;
using CsCheck;
using Slipway.Api;
using Slipway.Api.Crds;
using Slipway.Machinery.Objects;

namespace Slipway.Unit.Api.Conversion;

public sealed class Conversions
{
    public static TheoryData<string> Names => new(CrdCatalog.All.Select(c => c.Name));

    private static IObjectConverter Converter(string crd) => ApiConverters.All.Single(c =>
        crd == JsonNode.Parse(CrdCatalog.All.Single(d => d.Name == crd).Utf8)!["metadata"]!["name"]!.ToString()
        && JsonNode.Parse(CrdCatalog.All.Single(d => d.Name == crd).Utf8)!["spec"]! is var spec
        && c.Kind == new GroupKind(spec["group"]!.ToString(), spec["names"]!["kind"]!.ToString()));

    private static JsonObject Copy(JsonObject value) => JsonNode.Parse(value.ToJsonString())!.AsObject();

    [Theory]
    [MemberData(nameof(Names))]
    public void Down_and_up_gives_the_same(string crd)
    {
        var converter = Converter(crd);
        SchemaObjects.Of(crd, "v1beta2").Sample(
            value =>
            {
                var old = Copy(converter.Convert(Copy(value), "v1beta1"));
                var again = converter.Convert(Copy(old), "v1beta2");
                Assert.True(JsonNode.DeepEquals(value, again), $"{value.ToJsonString()}\n->\n{old.ToJsonString()}\n->\n{again.ToJsonString()}");
            },
            iter: 60,
            threads: 1);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Down_gives_what_v1beta1_knows(string crd)
    {
        var converter = Converter(crd);
        var schema = SchemaObjects.Schema(crd, "v1beta1");
        SchemaObjects.Of(crd, "v1beta2").Sample(
            value => Assert.Empty(SchemaShape.Faults(converter.Convert(Copy(value), "v1beta1"), schema)), iter: 60, threads: 1);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Up_gives_what_v1beta2_accepts(string crd)
    {
        var converter = Converter(crd);
        var schema = SchemaObjects.Schema(crd, "v1beta2");
        SchemaObjects.Of(crd, "v1beta1").Sample(
            // v1beta1 asks for fewer fields; whether those are there is for validation to say.
            value => Assert.DoesNotContain(
                SchemaShape.Faults(converter.Convert(Copy(value), "v1beta2"), schema), f => !f.EndsWith(": missing", StringComparison.Ordinal)),
            iter: 60,
            threads: 1);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Up_and_down_loses_only_what_v1beta2_dropped(string crd)
    {
        var converter = Converter(crd);
        SchemaObjects.Of(crd, "v1beta1").Sample(
            value =>
            {
                var current = Copy(converter.Convert(Copy(value), "v1beta2"));
                var again = converter.Convert(Copy(current), "v1beta1");
                var wanted = Normal(value);
                var found = Normal(again);
                Assert.True(JsonNode.DeepEquals(wanted, found), $"{wanted.ToJsonString()}\n->\n{current.ToJsonString()}\n->\n{found.ToJsonString()}");
            },
            iter: 60,
            threads: 1);
    }

    [Fact]
    public void An_old_client_changes_only_what_it_touches()
    {
        var converter = Converter("machinedeployments.cluster.x-k8s.io");
        var value = JsonNode.Parse("""
            {"apiVersion":"cluster.x-k8s.io/v1beta2","kind":"MachineDeployment","metadata":{"name":"a","namespace":"ns"},
             "spec":{"clusterName":"c","paused":false,"replicas":1,"selector":{},
              "template":{"spec":{"clusterName":"c","version":"v1.30.0","bootstrap":{"dataSecretName":""},"infrastructureRef":{"apiGroup":"i","kind":"T","name":"t"},
               "taints":[{"key":"k","effect":"NoSchedule","propagation":"Always"}],"deletion":{"nodeDrainTimeoutSeconds":5}}}},
             "status":{"versions":[{"version":"v1.30.0","replicas":1}],"replicas":1}}
            """)!.AsObject();
        var old = Copy(converter.Convert(Copy(value), "v1beta1"));
        old["spec"]!["replicas"] = 5;
        old["spec"]!["template"]!["spec"]!["nodeDrainTimeout"] = "1m";
        old["spec"]!["template"]!["spec"]!["version"] = null;
        var again = converter.Convert(old, "v1beta2");

        var wanted = Copy(value);
        wanted["spec"]!["replicas"] = 5;
        wanted["spec"]!["template"]!["spec"]!["deletion"]!["nodeDrainTimeoutSeconds"] = 60;
        wanted["spec"]!["template"]!["spec"]!.AsObject().Remove("version");
        Assert.True(JsonNode.DeepEquals(wanted, again), again.ToJsonString());
    }

    [Fact]
    public void What_old_clients_write_empty_is_left_out()
    {
        var converter = Converter("dockerclusters.infrastructure.cluster.x-k8s.io");
        var value = converter.Convert(
            JsonNode.Parse("""{"apiVersion":"infrastructure.cluster.x-k8s.io/v1beta1","kind":"DockerCluster","metadata":{"name":"a"},"spec":{"controlPlaneEndpoint":{"host":"","port":0}}}""")!.AsObject(),
            "v1beta2");
        Assert.Equal("""{"apiVersion":"infrastructure.cluster.x-k8s.io/v1beta2","kind":"DockerCluster","metadata":{"name":"a"},"spec":{}}""", value.ToJsonString());
    }

    [Fact]
    public void A_broken_annotation_gives_nothing_back()
    {
        var converter = Converter("machines.cluster.x-k8s.io");
        var value = JsonNode.Parse("""{"apiVersion":"cluster.x-k8s.io/v1beta1","kind":"Machine","metadata":{"name":"a","annotations":{"cluster.x-k8s.io/conversion-data":"{"}},"spec":{"clusterName":"c"}}""")!.AsObject();
        Assert.Equal("""{"name":"a"}""", converter.Convert(value, "v1beta2")["metadata"]!.ToJsonString());
    }

    [Fact]
    public void References_name_the_version_that_is_asked_for()
    {
        var converter = ApiConverters.With(kind => kind == new GroupKind("i", "T") ? "v1alpha7" : "v9").Single(c => c.Kind.Kind == "Machine");
        var value = JsonNode.Parse("""{"apiVersion":"cluster.x-k8s.io/v1beta2","kind":"Machine","metadata":{"name":"a","namespace":"ns"},"spec":{"infrastructureRef":{"apiGroup":"i","kind":"T","name":"t"}}}""")!.AsObject();
        Assert.Equal(
            """{"apiVersion":"i/v1alpha7","kind":"T","name":"t","namespace":"ns"}""",
            converter.Convert(value, "v1beta1")["spec"]!["infrastructureRef"]!.ToJsonString());
    }

    [Fact]
    public void An_unknown_version_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => Converter("machines.cluster.x-k8s.io").Convert(
            JsonNode.Parse("""{"apiVersion":"cluster.x-k8s.io/v1alpha4","kind":"Machine"}""")!.AsObject(), "v1beta2"));

    private static JsonObject Normal(JsonObject value)
    {
        var copy = Copy(value);
        copy["metadata"]!.AsObject().Remove("annotations");
        if (copy["kind"]!.ToString() == "KubeadmControlPlane")
        {
            (copy["status"] as JsonObject)?.Remove("ready");
        }

        return Normal(copy, "") as JsonObject ?? [];
    }

    // What v1beta2 drops on purpose, and what v1beta1 says in two ways (absent and false, absent and empty).
    private static JsonNode? Normal(JsonNode? node, string path)
    {
        switch (node)
        {
            case JsonObject o:
                var result = new JsonObject();
                foreach (var (name, child) in o.OrderBy(p => p.Key, StringComparer.Ordinal))
                {
                    var inner = $"{path}.{name}";
                    if (!DroppedFields.Contains(inner) && Normal(child, inner) is { } kept)
                    {
                        result[name] = kept;
                    }
                }

                return result.Count == 0 ? null : result;
            case JsonArray a:
                return new JsonArray([.. a.Select(i => Normal(i, path + "[]") ?? new JsonObject())]);
            case JsonValue v when v.TryGetValue(out bool flag) && !flag:
                return null;
            default:
                return node?.DeepClone();
        }
    }
}
