using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Api.Bootstrap;
using Slipway.Api.ControlPlane;
using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.MachineDeployments;
using Slipway.Api.Core.Machines;
using Slipway.Api.Core.Shared;
using Slipway.Api.Infrastructure.Dev;
using Slipway.Api.Kubernetes;
using Slipway.Machinery.Objects;

namespace Slipway.Unit.Api.Json;

public sealed class KindsAsJson
{
    private static string Write<T>(T value)
        where T : class, IKind<T> => JsonSerializer.Serialize(value, T.JsonType);

    private static T Read<T>(string json)
        where T : class, IKind<T> => JsonSerializer.Deserialize(json, T.JsonType)!;

    [Fact]
    public void An_empty_status_is_not_written() =>
        Assert.Equal(
            """{"apiVersion":"cluster.x-k8s.io/v1beta2","kind":"Cluster","metadata":{"name":"a"}}""",
            Write(new Cluster { Metadata = new() { Name = "a" } }));

    [Fact]
    public void A_status_of_empty_parts_is_not_written()
    {
        var cluster = new Cluster { Status = new() { Conditions = new List<Condition>(), Initialization = new() } };
        Assert.DoesNotContain("status", Write(cluster), StringComparison.Ordinal);
    }

    [Fact]
    public void Absent_fields_read_as_defaults()
    {
        var machine = Read<Machine>("""{"apiVersion":"cluster.x-k8s.io/v1beta2","kind":"Machine"}""");
        Assert.NotNull(machine.Metadata);
        Assert.NotNull(machine.Spec.Bootstrap);
        Assert.Equal("", machine.Spec.ClusterName);
        Assert.Empty(machine.Spec.Taints);
        Assert.Empty(machine.Status.Conditions);
    }

    [Fact]
    public void Null_lists_read_as_empty() =>
        Assert.Empty(Read<Machine>("""{"status":{"conditions":null,"addresses":null}}""").Status.Conditions);

    [Theory]
    [InlineData("""{"taints":[]}""")]
    [InlineData("""{"taints":[{"effect":"NoSchedule","key":"a"}]}""")]
    [InlineData("""{"name":"n"}""")]
    public void Taints_tell_absent_from_empty(string registration)
    {
        var json = """{"apiVersion":"bootstrap.cluster.x-k8s.io/v1beta2","kind":"KubeadmConfig","metadata":{},"spec":{"joinConfiguration":{"nodeRegistration":REG}}}"""
            .Replace("REG", registration, StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(Write(Read<KubeadmConfig>(json)))));
        Assert.Equal(registration.Contains("taints", StringComparison.Ordinal), Read<KubeadmConfig>(json).Spec.JoinConfiguration!.NodeRegistration!.Taints is not null);
    }

    [Fact]
    public void Empty_markers_are_kept()
    {
        const string join = """{"apiVersion":"bootstrap.cluster.x-k8s.io/v1beta2","kind":"KubeadmConfig","metadata":{},"spec":{"joinConfiguration":{"controlPlane":{}}}}""";
        Assert.Equal(join, Write(Read<KubeadmConfig>(join)));
        const string dev = """{"apiVersion":"infrastructure.cluster.x-k8s.io/v1beta2","kind":"DevCluster","metadata":{},"spec":{"backend":{"inMemory":{}}}}""";
        Assert.Equal(dev, Write(Read<DevCluster>(dev)));
    }

    [Theory]
    [InlineData("1", "1")]
    [InlineData("\"25%\"", "25%")]
    public void Int_or_string_keeps_its_kind(string json, string text)
    {
        var whole = """{"spec":{"rollout":{"strategy":{"rollingUpdate":{"maxSurge":SURGE},"type":"RollingUpdate"}}}}""".Replace("SURGE", json, StringComparison.Ordinal);
        var deployment = Read<MachineDeployment>(whole);
        Assert.Equal(text, deployment.Spec.Rollout!.Strategy!.RollingUpdate!.MaxSurge.ToString());
        Assert.Contains("{\"maxSurge\":" + json + "}", Write(deployment), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("25%", 10, 3, 2)]
    [InlineData("100%", 3, 3, 3)]
    [InlineData("0%", 3, 0, 0)]
    public void Percentages_round(string text, int total, int up, int down)
    {
        Assert.Equal(up, new IntOrString(text).RoundedUp(total));
        Assert.Equal(down, new IntOrString(text).RoundedDown(total));
    }

    [Fact]
    public void A_word_is_no_percentage() => Assert.Throws<FormatException>(() => new IntOrString("many").RoundedUp(3));

    [Fact]
    public void Required_numbers_are_written_even_when_zero()
    {
        var plane = new KubeadmControlPlane { Status = new() { LastRemediation = new() { Machine = "m" } } };
        Assert.Contains("\"retryCount\":0", Write(plane), StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_hold_bytes()
    {
        var secret = new Secret { Data = new Dictionary<string, byte[]> { ["ca"] = Encoding.UTF8.GetBytes("abc") } };
        Assert.Contains("""{"ca":"YWJj"}""", Write(secret), StringComparison.Ordinal);
        Assert.Equal("abc", Encoding.UTF8.GetString(Read<Secret>(Write(secret)).Data["ca"]));
    }
}
