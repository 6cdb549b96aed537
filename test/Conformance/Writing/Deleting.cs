using Microsoft.Extensions.Time.Testing;

namespace Slipway.Conformance.Writing;

/// <summary>Finalizers, owners, namespaces and what expires.</summary>
public sealed class Deleting : Section<Deleting>
{
    private static string Owned(string owner, string uid, string more = "") =>
        $$""" "ownerReferences":[{"apiVersion":"v1","kind":"ConfigMap","name":"{{owner}}","uid":"{{uid}}"{{more}}}] """;

    [Row("G1")]
    public async Task Finalizers()
    {
        var space = await SpaceAsync();
        await PostAsync(Widgets(space), Widget("a", metadata: """ "finalizers":["example.io/x"] """));
        var marked = (await DeleteAsync(Widgets(space) + "/a")).Is(200, 202);
        Assert.True(marked.Of("metadata.deletionTimestamp").Length > 0 && marked.Of("metadata.deletionGracePeriodSeconds") == "0");
        Assert.Equal(marked.Of("metadata.deletionTimestamp"), (await DeleteAsync(Widgets(space) + "/a")).Of("metadata.deletionTimestamp"));
        (await PatchAsync(Widgets(space) + "/a", MergePatch, """{"metadata":{"finalizers":["example.io/x","example.io/y"]}}"""))
            .Refused(422, "Invalid", "metadata.finalizers: Forbidden: no new finalizers can be added if the object is being deleted");
        using var watch = await WatchAsync($"{Widgets(space)}?resourceVersion={marked.Version}");
        (await PatchAsync(Widgets(space) + "/a", MergePatch, """{"metadata":{"finalizers":null}}""")).Is(200);
        Assert.Equal("DELETED a", await watch.WordAsync());
        (await GetAsync(Widgets(space) + "/a")).Is(404);
    }

    [Row("G2")]
    public async Task Background_foreground_and_orphan()
    {
        var space = await SpaceAsync();
        foreach (var policy in new[] { "Background", "Foreground", "Orphan" })
        {
            var owner = await PostAsync(ConfigMaps(space), ConfigMap($"o-{policy.ToLowerInvariant()}"));
            var child = $"{ConfigMaps(space)}/c-{policy.ToLowerInvariant()}";
            (await PostAsync(ConfigMaps(space), ConfigMap($"c-{policy.ToLowerInvariant()}", metadata: Owned(owner.Of("metadata.name"), owner.Of("metadata.uid"), ""","blockOwnerDeletion":true""")))).Is(201);
            (await DeleteAsync($"{ConfigMaps(space)}/{owner.Of("metadata.name")}", $$"""{"propagationPolicy":"{{policy}}"}""")).Is(200, 202);
            await UntilAsync(() => GetAsync($"{ConfigMaps(space)}/{owner.Of("metadata.name")}"), a => a.Code == 404);
            if (policy == "Orphan")
            {
                Assert.Null((await GetAsync(child)).Is(200).At("metadata.ownerReferences.0"));
            }
            else
            {
                await UntilAsync(() => GetAsync(child), a => a.Code == 404);
            }
        }

        (await DeleteAsync(ConfigMaps(space) + "/x", """{"propagationPolicy":"Other"}""")).Refused(422, "Invalid", "propagationPolicy");
        (await DeleteAsync(ConfigMaps(space) + "/x", """{"propagationPolicy":"Orphan","orphanDependents":true}""")).Refused(422, "Invalid", "orphanDependents and deletionPropagation cannot be both set");
    }

    [Row("G3")]
    public async Task Orphans_are_collected()
    {
        var space = await SpaceAsync();
        (await PostAsync(Widgets(space), Widget("a", metadata: Owned("none", "11111111-1111-4111-8111-111111111111")))).Is(201);
        await UntilAsync(() => GetAsync(Widgets(space) + "/a"), a => a.Code == 404);
        var one = await PostAsync(ConfigMaps(space), ConfigMap("one"));
        var two = await PostAsync(ConfigMaps(space), ConfigMap("two", metadata: Owned("one", one.Of("metadata.uid"))));
        (await PatchAsync(ConfigMaps(space) + "/one", MergePatch, $$$"""{"metadata":{ {{{Owned("two", two.Of("metadata.uid"))}}} }}""")).Is(200);
        await DeleteAsync(ConfigMaps(space) + "/one");
        await UntilAsync(() => GetAsync(ConfigMaps(space) + "/two"), a => a.Code == 404);
    }

    [Row("G4")]
    [Row("A4")]
    public async Task Namespaces_end()
    {
        var space = await SpaceAsync();
        await PostAsync(Widgets(space), Widget("a", metadata: """ "finalizers":["example.io/x"] """));
        await PostAsync(ConfigMaps(space), ConfigMap("b"));
        var marked = (await DeleteAsync($"/api/v1/namespaces/{space}")).Is(200, 202);
        Assert.Equal("Terminating", marked.Of("status.phase"));
        var refused = (await PostAsync(ConfigMaps(space), ConfigMap("c"))).Refused(403, "Forbidden", $"unable to create new content in namespace {space} because it is being terminated");
        Assert.Contains(refused.Causes, c => c.StartsWith("NamespaceTerminating", StringComparison.Ordinal));
        await UntilAsync(() => GetAsync($"/api/v1/namespaces/{space}"), a => a.Text.Contains("NamespaceFinalizersRemaining", StringComparison.Ordinal));
        await UntilAsync(() => GetAsync(ConfigMaps(space) + "/b"), a => a.Code == 404);
        await PatchAsync(Widgets(space) + "/a", MergePatch, """{"metadata":{"finalizers":null}}""");
        await UntilAsync(() => GetAsync($"/api/v1/namespaces/{space}"), a => a.Code == 404);
        foreach (var name in new[] { "default", "kube-system", "kube-public" })
        {
            (await DeleteAsync($"/api/v1/namespaces/{name}")).Refused(403, "Forbidden");
        }

        (await PostAsync(ConfigMaps("nowhere"), ConfigMap("a"))).Refused(404, "NotFound", "namespaces \"nowhere\" not found");
    }

    [Row("G5")]
    public async Task What_every_namespace_has()
    {
        var space = await SpaceAsync();
        Assert.Equal(space, (string?)(await GetAsync($"/api/v1/namespaces/{space}")).Json["metadata"]!["labels"]!["kubernetes.io/metadata.name"]);
        await UntilAsync(() => GetAsync($"/api/v1/namespaces/{space}/serviceaccounts/default"), a => a.Code == 200);
        var root = await UntilAsync(() => GetAsync(ConfigMaps(space) + "/kube-root-ca.crt"), a => a.Code == 200);
        Assert.StartsWith("-----BEGIN CERTIFICATE-----", (string)root.Json["data"]!["ca.crt"]!, StringComparison.Ordinal);
        await DeleteAsync(ConfigMaps(space) + "/kube-root-ca.crt");
        await UntilAsync(() => GetAsync(ConfigMaps(space) + "/kube-root-ca.crt"), a => a.Code == 200);
    }

    [Row("G6")]
    public async Task With_a_definition_go_its_objects()
    {
        const string path = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
        await PostAsync(path, Samples.Definition("goers", """{"type":"object"}"""));
        await UntilAsync(
            () => PostAsync("/apis/test.example.io/v1/namespaces/default/goers", """{"apiVersion":"test.example.io/v1","kind":"Goer","metadata":{"name":"a","finalizers":["example.io/x"]}}"""),
            a => a.Code == 201);
        Assert.Contains("customresourcecleanup.apiextensions.k8s.io", (await DeleteAsync($"{path}/goers.test.example.io")).Text, StringComparison.Ordinal);
        await UntilAsync(() => GetAsync($"{path}/goers.test.example.io"), a => a.Text.Contains("\"Terminating\"", StringComparison.Ordinal));
        await UntilAsync(() => GetAsync("/apis/test.example.io/v1/namespaces/default/goers/a"), a => a.Of("metadata.deletionTimestamp").Length > 0);
        await PatchAsync("/apis/test.example.io/v1/namespaces/default/goers/a", MergePatch, """{"metadata":{"finalizers":null}}""");
        await UntilAsync(() => GetAsync($"{path}/goers.test.example.io"), a => a.Code == 404);
    }

    [Row("G7")]
    public async Task Pods_are_evicted()
    {
        var space = await SpaceAsync();
        var path = $"/api/v1/namespaces/{space}/pods";
        (await PostAsync(path, """{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p","labels":{"app":"x"}},"spec":{"containers":[{"name":"c","image":"i"}]}}""")).Is(201);
        (await PostAsync($"/apis/policy/v1/namespaces/{space}/poddisruptionbudgets", """
            {"apiVersion":"policy/v1","kind":"PodDisruptionBudget","metadata":{"name":"b"},"spec":{"minAvailable":1,"selector":{"matchLabels":{"app":"x"}}}}
            """)).Is(201);
        (await PostAsync($"{path}/p/eviction", """{"apiVersion":"policy/v1","kind":"Eviction","metadata":{"name":"p"}}""")).Is(201, 429);
    }

    [Row("G8")]
    public async Task Events_expire()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var cluster = await Cluster.StartAsync(o => o with { Time = clock });
        const string path = "/api/v1/namespaces/default/events";
        (await SendAsync(cluster.Admin, "POST", path, """{"apiVersion":"v1","kind":"Event","metadata":{"name":"e"},"involvedObject":{"kind":"Pod","namespace":"default","name":"p"},"reason":"X"}""")).Is(201);
        clock.Advance(TimeSpan.FromMinutes(50));
        (await SendAsync(cluster.Admin, "GET", $"{path}/e", body: null)).Is(200);
        await UntilAsync(
            () =>
            {
                clock.Advance(TimeSpan.FromMinutes(1));
                return SendAsync(cluster.Admin, "GET", $"{path}/e", body: null);
            },
            a => a.Code == 404);
    }
}
