using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Unit.Support;

namespace Slipway.Unit.Server.Sharing;

/// <summary>Two servers on one etcd are one API.</summary>
/// <param name="etcd">The etcd.</param>
public sealed class SharedStoreTests(EtcdProcess etcd) : IClassFixture<EtcdProcess>
{
    private const string GadgetDefinition = """
        {"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition","metadata":{"name":"gadgets.demo.example.io"},
         "spec":{"group":"demo.example.io","scope":"Namespaced",
          "names":{"plural":"gadgets","singular":"gadget","kind":"Gadget","listKind":"GadgetList"},
          "versions":[{"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":{"type":"object","x-kubernetes-preserve-unknown-fields":true}}}]}}
        """;

    private static readonly ResourceType Gadget = new("demo.example.io", "v1", "Gadget", "gadgets");

    private static int _tests;

    private static CancellationToken Stop => TestServer.Stop;

    [Fact]
    public async Task What_one_acknowledged_the_other_reads_at_once_under_the_same_version()
    {
        await using var pair = await PairAsync();
        for (var round = 0; round < 20; round++)
        {
            var (writer, reader) = round % 2 == 0 ? (pair.One, pair.Other) : (pair.Other, pair.One);
            var written = await writer.CreateAsync(TestServer.ConfigMap, Map($"m{round}", "1"));
            var read = await reader.GetAsync(TestServer.ConfigMap, $"m{round}");
            Assert.Equal(written.Metadata.ResourceVersion, read.Metadata.ResourceVersion);
            Assert.Equal(round + 1, (await reader.NamesAsync(new ListRequest(TestServer.ConfigMap) { Namespace = "default" })).Count(n => n.StartsWith('m')));
        }
    }

    [Fact]
    public async Task A_change_of_an_old_version_is_a_conflict_wherever_the_newer_was_written()
    {
        await using var pair = await PairAsync();
        var first = await pair.One.CreateAsync(TestServer.ConfigMap, Map("m", "1"));
        await pair.Other.PatchAsync(TestServer.ConfigMap, "m", """{"data":{"value":"2"}}""");
        var refused = await TestServer.RefusedAsync(() => pair.One.UpdateAsync(TestServer.ConfigMap, first.Json));
        Assert.Equal((409, StatusReason.Conflict), (refused.Code, refused.Reason));
        refused = await TestServer.RefusedAsync(() => pair.One.CreateAsync(TestServer.ConfigMap, Map("m", "3")));
        Assert.Equal(StatusReason.AlreadyExists, refused.Reason);
        await pair.One.DeleteAsync(TestServer.ConfigMap, "m");
        Assert.Null(await pair.Other.FindAsync(TestServer.ConfigMap, "m"));
    }

    [Fact]
    public async Task A_watch_at_one_tells_what_the_other_writes_from_a_version_the_other_gave()
    {
        await using var pair = await PairAsync();
        var begin = (await pair.One.Client.ListAsync(new ListRequest(TestServer.ConfigMap) { Namespace = "default" }, Stop)).ResourceVersion;
        var request = new WatchRequest(TestServer.ConfigMap, begin) { Namespace = "default" };
        await using var watch = pair.Other.Client.WatchAsync(request, Stop).GetAsyncEnumerator(Stop);
        await pair.One.CreateAsync(TestServer.ConfigMap, Map("w1", "1"));
        await pair.Other.CreateAsync(TestServer.ConfigMap, Map("w2", "1"));
        await pair.One.DeleteAsync(TestServer.ConfigMap, "w1");
        var told = new List<string>();
        var last = 0L;
        while (told.Count < 3 && await watch.MoveNextAsync())
        {
            var metadata = Unstructured.Parse(watch.Current.Object.Span).Metadata;
            if (metadata.Name.StartsWith('w'))
            {
                told.Add($"{watch.Current.Type} {metadata.Name}");
                var version = long.Parse(metadata.ResourceVersion);
                Assert.True(version > last);
                last = version;
            }
        }

        Assert.Equal(["Added w1", "Added w2", "Deleted w1"], told);
    }

    [Fact]
    public async Task A_definition_installed_at_one_is_served_by_the_other()
    {
        await using var pair = await PairAsync();
        await pair.One.CreateAsync(TestServer.Definition, GadgetDefinition);
        var made = await pair.Other.CreateAsync(Gadget, """{"apiVersion":"demo.example.io/v1","kind":"Gadget","metadata":{"name":"g"}}""");
        Assert.Equal(made.Metadata.Uid, (await pair.One.GetAsync(Gadget, "g")).Metadata.Uid);
        await pair.Other.DeleteAsync(TestServer.Definition, "gadgets.demo.example.io");
        await pair.One.GoneAsync(TestServer.Definition, "gadgets.demo.example.io");
        var refused = await TestServer.RefusedAsync(() => pair.Other.GetAsync(Gadget, "g"));
        Assert.Equal(404, refused.Code);
    }

    [Fact]
    public async Task Both_keep_house_and_neither_undoes_what_the_other_did()
    {
        await using var pair = await PairAsync();
        await pair.One.CreateAsync(TestServer.Namespace, """{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"gone"}}""");
        var owner = await pair.One.CreateAsync(TestServer.ConfigMap, Map("owner", "1"));
        var dependent = JsonNode.Parse(Map("dependent", "1"))!;
        dependent["metadata"]!["ownerReferences"] = new JsonArray(new JsonObject
        {
            ["apiVersion"] = "v1", ["kind"] = "ConfigMap", ["name"] = "owner", ["uid"] = owner.Metadata.Uid,
        });
        await pair.Other.CreateAsync(TestServer.ConfigMap, dependent.ToJsonString());
        for (var at = 0; at < 20; at++)
        {
            await (at % 2 == 0 ? pair.One : pair.Other).CreateAsync(TestServer.ConfigMap, Map($"c{at}", "1"), "gone");
        }

        await pair.One.DeleteAsync(TestServer.Namespace, "gone");
        await pair.Other.GoneAsync(TestServer.Namespace, "gone");
        Assert.Empty(await pair.One.NamesAsync(new ListRequest(TestServer.ConfigMap) { Namespace = "gone" }));
        Assert.NotNull(await pair.Other.FindAsync(TestServer.ConfigMap, "dependent"));
        await pair.Other.DeleteAsync(TestServer.ConfigMap, "owner");
        await pair.One.GoneAsync(TestServer.ConfigMap, "dependent");
    }

    [Fact]
    public async Task Pages_of_one_list_may_come_from_both()
    {
        await using var pair = await PairAsync();
        for (var at = 0; at < 7; at++)
        {
            await pair.One.CreateAsync(TestServer.Secret, $$$"""{"apiVersion":"v1","kind":"Secret","metadata":{"name":"s{{{at}}}"}}""");
        }

        var request = new ListRequest(TestServer.Secret) { Namespace = "default", Limit = 3 };
        var first = await pair.One.Client.ListAsync(request, Stop);
        await pair.One.DeleteAsync(TestServer.Secret, "s5");
        var rest = new List<string>();
        for (var token = first.Continue; token.Length > 0;)
        {
            var page = await pair.Other.Client.ListAsync(request with { Continue = token }, Stop);
            Assert.Equal(first.ResourceVersion, page.ResourceVersion);
            rest.AddRange(page.Items.Select(i => Unstructured.Parse(i.Span).Metadata.Name));
            token = page.Continue;
        }

        Assert.Equal(["s3", "s4", "s5", "s6"], rest);
    }

    private static string Map(string name, string value) =>
        $$$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"{{{name}}}"},"data":{"value":"{{{value}}}"}}""";

    private async Task<Pair> PairAsync()
    {
        var url = etcd.Url($"/pair-{Interlocked.Increment(ref _tests)}");
        return new Pair(await TestServer.StartAsync(o => o with { Store = url }), await TestServer.StartAsync(o => o with
        {
            Store = url,
            Listen = true,
            Random = RandomSource.Seeded(2),
        }));
    }

    private sealed record Pair(TestServer One, TestServer Other) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await One.DisposeAsync();
            await Other.DisposeAsync();
        }
    }
}
