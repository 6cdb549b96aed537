using System.Net;
using System.Text.Json.Nodes;
using Slipway.Server.Discovery;
using Slipway.Server.Resources;

namespace Slipway.Unit.Server.Http;

/// <summary>Discovery in its three forms.</summary>
public sealed class DiscoveryAnswers
{
    private const string Aggregated =
        "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api", "APIVersions")]
    [InlineData("/apis", "APIGroupList")]
    [InlineData("/apis/demo.example.io", "APIGroup")]
    [InlineData("/apis/demo.example.io/v1", "APIResourceList")]
    [InlineData("/api/v1", "APIResourceList")]
    public async Task Plain(string address, string kind)
    {
        await using var host = await RunningHost.StartAsync();
        using var response = await host.Client.GetAsync(address, Cancellation);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(kind, (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!["kind"]);
    }

    [Fact]
    public void Resources_have_their_subresources()
    {
        var document = new DiscoveryPages().Find(new FakeRegistry().Current, ["apis", "demo.example.io", "v1"], DiscoveryForm.Plain, "h");
        var resources = JsonNode.Parse(document!.Body.Span)!["resources"]!.AsArray();
        Assert.Equal(["widgets", "widgets/status", "widgets/scale"], resources.Select(r => (string?)r!["name"]));
        Assert.Equal("Scale autoscaling v1", $"{resources[2]!["kind"]} {resources[2]!["group"]} {resources[2]!["version"]}");
        Assert.Equal("widget", (string?)resources[0]!["singularName"]);
        Assert.Equal(["wd"], resources[0]!["shortNames"]!.AsArray().Select(n => (string?)n));
        Assert.NotNull(resources[0]!["storageVersionHash"]);
    }

    [Theory]
    [InlineData(Aggregated, "v2")]
    [InlineData("application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList;profile=nopeer,application/json", "v2")]
    [InlineData("application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json", "v2beta1")]
    public async Task Aggregated_answers_both_in_the_same_form(string accept, string version)
    {
        await using var host = await RunningHost.StartAsync();
        host.Client.DefaultRequestHeaders.Accept.ParseAdd(accept);
        foreach (var (address, resource) in ((string, string)[])[("/api", "namespaces"), ("/apis", "widgets")])
        {
            using var response = await host.Client.GetAsync(address, Cancellation);
            Assert.Equal(
                $"application/json;g=apidiscovery.k8s.io;v={version};as=APIGroupDiscoveryList",
                response.Content.Headers.NonValidated["Content-Type"].ToString());
            var list = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!;
            Assert.Equal("apidiscovery.k8s.io/" + version, (string?)list["apiVersion"]);
            Assert.Equal(resource, (string?)list["items"]![0]!["versions"]![0]!["resources"]![0]!["resource"]);
        }
    }

    [Fact]
    public async Task What_is_known_already_is_not_sent_again()
    {
        await using var host = await RunningHost.StartAsync();
        using var first = await host.Client.GetAsync("/apis", Cancellation);
        var tag = first.Headers.ETag!;
        Assert.False(tag.IsWeak);
        host.Client.DefaultRequestHeaders.IfNoneMatch.Add(tag);
        using (var second = await host.Client.GetAsync("/apis", Cancellation))
        {
            Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        }

        host.Registry.Current = new ResourceSet(2, [FakeRegistry.Namespaces]);
        using var third = await host.Client.GetAsync("/apis", Cancellation);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
        Assert.Empty(JsonNode.Parse(await third.Content.ReadAsStringAsync(Cancellation))!["groups"]!.AsArray());
    }

    [Fact]
    public async Task Version()
    {
        await using var host = await RunningHost.StartAsync();
        var version = JsonNode.Parse(await host.Client.GetStringAsync("/version", Cancellation))!;
        Assert.Equal("1 36 v1.36.0+slipway", $"{version["major"]} {version["minor"]} {version["gitVersion"]}");
    }

    [Fact]
    public void Versions_are_ordered_by_maturity() =>
        Assert.Equal(
            ["v10", "v2", "v1", "v11beta2", "v10beta3", "v3beta1", "v12alpha1", "v11alpha2", "foo1", "foo10"],
            ((string[])["foo10", "v1", "v11alpha2", "v3beta1", "v2", "v10beta3", "foo1", "v12alpha1", "v11beta2", "v10"]).Order(VersionOrder.Instance));
}
