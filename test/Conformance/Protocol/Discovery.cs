namespace Slipway.Conformance.Protocol;

/// <summary>What is served, as clients discover it.</summary>
public sealed class Discovery : Section<Discovery>
{
    private const string Aggregated = "Accept: application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json";

    [Row("D1")]
    public async Task Plain_pages()
    {
        var versions = (await GetAsync("/api")).Is(200);
        Assert.Equal(("APIVersions", "v1"), (versions.Of("kind"), versions.Of("versions.0")));
        Assert.NotEqual("", versions.Of("serverAddressByClientCIDRs.0.serverAddress"));
        Assert.Equal("APIGroupList", (await GetAsync("/apis")).Is(200).Of("kind"));
        Assert.Equal("v1", (await GetAsync("/apis/demo.example.io")).Is(200).Of("preferredVersion.version"));
        var list = (await GetAsync("/apis/demo.example.io/v1")).Is(200);
        var resources = list.Json["resources"]!.AsArray().ToDictionary(r => (string)r!["name"]!, r => r!);
        var widgets = resources["widgets"];
        Assert.Equal(("widget", "Widget", true), ((string?)widgets["singularName"], (string?)widgets["kind"], (bool?)widgets["namespaced"]));
        Assert.Equal(["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"], widgets["verbs"]!.AsArray().Select(v => (string)v!).Order());
        Assert.Equal(("wd", "demo"), ((string?)widgets["shortNames"]![0], (string?)widgets["categories"]![0]));
        Assert.NotEqual("", (string)widgets["storageVersionHash"]!);
        Assert.Equal(("autoscaling", "v1", "Scale"), ((string?)resources["widgets/scale"]["group"], (string?)resources["widgets/scale"]["version"], (string?)resources["widgets/scale"]["kind"]));
        Assert.Equal("Widget", (string?)resources["widgets/status"]["kind"]);
        Assert.False((bool)resources["gadgets"]["namespaced"]!);
        (await GetAsync("/apis/none.example.io")).Is(404);
    }

    [Row("D2")]
    public async Task One_aggregated_form_for_both_pages()
    {
        foreach (var page in new[] { "/api", "/apis" })
        {
            var answer = (await GetAsync(page, Aggregated)).Is(200);
            Assert.Equal(("APIGroupDiscoveryList", "apidiscovery.k8s.io/v2"), (answer.Of("kind"), answer.Of("apiVersion")));
            Assert.Contains("as=APIGroupDiscoveryList", answer.ContentType, StringComparison.Ordinal);
            Assert.Contains("v=v2", answer.ContentType, StringComparison.Ordinal);
        }

        var groups = (await GetAsync("/apis", Aggregated)).Json["items"]!.AsArray();
        var ours = groups.Single(g => (string?)g!["metadata"]!["name"] == "demo.example.io")!;
        var widgets = ours["versions"]![0]!["resources"]!.AsArray().Single(r => (string?)r!["resource"] == "widgets")!;
        Assert.Equal(("Widget", "Namespaced"), ((string?)widgets["responseKind"]!["kind"], (string?)widgets["scope"]));
        Assert.Equal(["scale", "status"], widgets["subresources"]!.AsArray().Select(s => (string)s!["subresource"]!).Order());
        Assert.Equal("Current", (string?)ours["versions"]![0]!["freshness"]);
        (await GetAsync("/apis", "Accept: application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList;profile=nopeer")).Is(200);
        Assert.Equal("APIGroupList", (await GetAsync("/apis", "Accept: application/json;g=apidiscovery.k8s.io;v=v9;as=APIGroupDiscoveryList,application/json")).Is(200).Of("kind"));
    }

    [Row("D3")]
    public async Task An_ETag_saves_the_second_answer()
    {
        var first = (await GetAsync("/apis", Aggregated)).Is(200);
        Assert.Contains("Accept", first.Headers["vary"], StringComparison.Ordinal);
        Assert.Matches("^\"[0-9A-Fa-f]+\"$", first.Headers["etag"]);
        await UntilAsync(
            async () => await GetAsync("/apis", Aggregated, $"If-None-Match: {(await GetAsync("/apis", Aggregated)).Headers["etag"]}"), a => a.Code == 304);
    }

    [Row("D4")]
    [Row("O5")]
    public async Task A_kind_comes_and_goes()
    {
        const string path = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
        (await PostAsync(path, Samples.Definition("comers", """{"type":"object","properties":{"spec":{"type":"object","description":"Of a comer."}}}""", "come.example.io"))).Is(201);
        await UntilAsync(
            () => GetAsync($"{path}/comers.come.example.io"),
            a => (a.At("status.conditions") as JsonArray ?? []).Any(c => (string?)c!["type"] == "Established" && (string?)c["status"] == "True"));
        (await GetAsync("/apis/come.example.io/v1")).Is(200);
        (await PostAsync("/apis/come.example.io/v1/namespaces/default/comers", """{"apiVersion":"come.example.io/v1","kind":"Comer","metadata":{"name":"a"}}""")).Is(201);
        Assert.Contains("Of a comer.", (await UntilAsync(() => GetAsync("/openapi/v3/apis/come.example.io/v1"), a => a.Code == 200)).Text, StringComparison.Ordinal);
        await DeleteAsync($"{path}/comers.come.example.io");
        await UntilAsync(() => GetAsync("/apis/come.example.io/v1"), a => a.Code == 404);
        await UntilAsync(() => GetAsync("/openapi/v3/apis/come.example.io/v1"), a => a.Code == 404);
        Assert.DoesNotContain("come.example.io", (await GetAsync("/apis")).Text, StringComparison.Ordinal);
    }

    [Row("D5")]
    public async Task Versions_by_preference()
    {
        string Version(string name, string stored) => $$$"""{"name":"{{{name}}}","served":true,"schema":{"openAPIV3Schema":{"type":"object"} },"storage":{{{stored}}} }""";
        (await PostAsync("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", $$$"""
            {"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition","metadata":{"name":"olds.order.example.io"},
             "spec":{"group":"order.example.io","scope":"Namespaced","names":{"plural":"olds","kind":"Old"},
              "versions":[{{{Version("v1alpha1", "false")}}},{{{Version("v1beta1", "false")}}},{{{Version("v2", "true")}}},{{{Version("v1", "false")}}},{{{Version("v1beta2", "false")}}}]}}
            """)).Is(201);
        var group = await UntilAsync(() => GetAsync("/apis/order.example.io"), a => a.Code == 200);
        Assert.Equal(["v2", "v1", "v1beta2", "v1beta1", "v1alpha1"], group.Json["versions"]!.AsArray().Select(v => (string)v!["version"]!));
    }

    [Row("D6", Pending = "APIServices are stored, but those of this server's own groups are not listed")]
    public async Task APIServices()
    {
        var names = (await GetAsync("/apis/apiregistration.k8s.io/v1/apiservices")).Is(200).Names;
        Assert.Contains("v1.", names);
        Assert.Contains("v1.demo.example.io", names);
    }
}
