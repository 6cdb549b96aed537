using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Slipway.Conformance.Reading;

/// <summary>GET of objects and collections.</summary>
public sealed class Lists : Section<Lists>
{
    [Row("L1")]
    public async Task Versions_are_plain_growing_numbers()
    {
        var space = await SpaceAsync();
        var last = 0L;
        foreach (var name in new[] { "a", "b", "c" })
        {
            var version = (await PostAsync(name == "b" ? Widgets(space) : ConfigMaps(space), name == "b" ? Widget(name) : ConfigMap(name))).Is(201).Version;
            Assert.Matches("^[1-9][0-9]*$", version);
            Assert.True(long.Parse(version) > last);
            last = long.Parse(version);
        }
    }

    [Row("L2")]
    [Row("E6")]
    public async Task A_get_is_as_new_as_asked()
    {
        var space = await SpaceAsync();
        var made = await PostAsync(ConfigMaps(space), ConfigMap("a"));
        foreach (var version in new[] { "", "0", made.Version })
        {
            Assert.Equal(made.Version, (await GetAsync($"{ConfigMaps(space)}/a?resourceVersion={version}")).Is(200).Version);
        }

        var future = (await GetAsync($"{ConfigMaps(space)}/a?resourceVersion=99999999")).Refused(504, "Timeout", "Timeout: Too large resource version: 99999999, current: ");
        Assert.Equal(["ResourceVersionTooLarge"], future.Causes);
        Assert.Equal("1", future.Of("details.retryAfterSeconds"));
        (await GetAsync($"{ConfigMaps(space)}/a?resourceVersion=x")).Is(400);
    }

    [Row("L3")]
    public async Task Lists_at_versions()
    {
        var space = await SpaceAsync();
        var first = (await PostAsync(ConfigMaps(space), ConfigMap("a"))).Version;
        await PostAsync(ConfigMaps(space), ConfigMap("b"));
        var path = $"{ConfigMaps(space)}?fieldSelector=metadata.name!%3Dkube-root-ca.crt";
        Assert.Equal(["a", "b"], (await GetAsync(path)).Names);
        Assert.Equal(["a", "b"], (await GetAsync($"{path}&resourceVersion=0")).Names);
        Assert.Equal(["a", "b"], (await GetAsync($"{path}&resourceVersion={first}")).Names);
        Assert.Equal(["a", "b"], (await GetAsync($"{path}&resourceVersion={first}&resourceVersionMatch=NotOlderThan")).Names);
        var exact = await GetAsync($"{path}&resourceVersion={first}&resourceVersionMatch=Exact");
        Assert.Equal((first, "a"), (exact.Version, Assert.Single(exact.Names)));
        Assert.Equal(["a"], (await GetAsync($"{path}&resourceVersion={first}&limit=10")).Names);
        (await GetAsync($"{path}&resourceVersion=99999999&resourceVersionMatch=NotOlderThan")).Refused(504, "Timeout");
    }

    [Row("L3")]
    public async Task Senseless_pairs_of_parameters()
    {
        foreach (var (query, field, words) in new[]
        {
            ("resourceVersionMatch=Exact", "resourceVersionMatch", "resourceVersionMatch is forbidden unless resourceVersion is provided"),
            ("resourceVersion=0&resourceVersionMatch=Exact", "resourceVersionMatch", "resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\""),
            ("resourceVersion=1&resourceVersionMatch=Exact&continue=x", "resourceVersionMatch", "resourceVersionMatch is forbidden when continue is provided"),
            ("resourceVersion=1&resourceVersionMatch=Other", "resourceVersionMatch", "Unsupported value: \"Other\": supported values: \"Exact\", \"NotOlderThan\", \"\""),
            ("sendInitialEvents=true", "sendInitialEvents", "sendInitialEvents is forbidden for list"),
        })
        {
            var refused = (await GetAsync($"/api/v1/configmaps?{query}")).Refused(422, "Invalid", "ListOptions.meta.k8s.io \"\" is invalid: ", words);
            Assert.Equal(("meta.k8s.io", "ListOptions", field), (refused.Of("details.group"), refused.Of("details.kind"), refused.Of("details.causes.0.field")));
        }

        (await GetAsync("/api/v1/configmaps?resourceVersion=5&continue=x")).Refused(400, "BadRequest", "specifying resource version is not allowed when using continue");
        (await GetAsync("/api/v1/configmaps?continue=x")).Refused(400, "BadRequest", "continue key is not valid");
        (await GetAsync("/api/v1/configmaps?limit=many")).Is(400);
        (await GetAsync("/api/v1/configmaps?limit=-5")).Is(200);
    }

    [Row("L4")]
    public async Task Pages_are_of_one_revision_and_in_order()
    {
        var space = await SpaceAsync();
        for (var i = 0; i < 7; i++)
        {
            await PostAsync(Widgets(space), Widget($"w{i}"));
        }

        var first = (await GetAsync($"{Widgets(space)}?limit=3")).Is(200);
        Assert.Equal("4", first.Of("metadata.remainingItemCount"));
        await DeleteAsync($"{Widgets(space)}/w5");
        await PostAsync(Widgets(space), Widget("w31"));
        var second = (await GetAsync($"{Widgets(space)}?limit=3&continue={first.Of("metadata.continue")}")).Is(200);
        var third = (await GetAsync($"{Widgets(space)}?limit=3&continue={second.Of("metadata.continue")}")).Is(200);
        Assert.Equal(["w0", "w1", "w2", "w3", "w4", "w5", "w6"], [.. first.Names, .. second.Names, .. third.Names]);
        Assert.Equal((first.Version, first.Version, ""), (second.Version, third.Version, third.Of("metadata.continue")));
        Assert.Equal("", third.Of("metadata.remainingItemCount"));

        var token = JsonNode.Parse(Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(first.Of("metadata.continue"))))!;
        Assert.Equal(("meta.k8s.io/v1", first.Version), ((string?)token["v"], token["rv"]!.ToString()));
        Assert.EndsWith("w2\0", (string)token["start"]!, StringComparison.Ordinal);
        Assert.Equal("", (await GetAsync($"{Widgets(space)}?limit=1&labelSelector=!none")).Of("metadata.remainingItemCount"));
    }

    [Row("L5")]
    [Row("L7")]
    [Row("E5")]
    public async Task A_token_of_forgotten_history()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var cluster = await Cluster.StartAsync(o => o with { Time = clock });
        var path = ConfigMaps("default");
        foreach (var name in new[] { "a", "b", "c" })
        {
            (await SendAsync(cluster.Admin, "POST", path, ConfigMap(name))).Is(201);
        }

        var first = await SendAsync(cluster.Admin, "GET", $"{path}?limit=1", body: null);
        (await SendAsync(cluster.Admin, "DELETE", $"{path}/b", body: null)).Is(200);
        clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(["b"], (await SendAsync(cluster.Admin, "GET", $"{path}?limit=1&continue={first.Of("metadata.continue")}", body: null)).Is(200).Names);

        var count = 0;
        var gone = await UntilAsync(
            async () =>
            {
                await SendAsync(cluster.Admin, "PATCH", $"{path}/c", $$$"""{"data":{"n":"{{{count++}}}"}}""", $"Content-Type: {MergePatch}");
                clock.Advance(TimeSpan.FromMinutes(1));
                return await SendAsync(cluster.Admin, "GET", $"{path}?limit=1&continue={first.Of("metadata.continue")}", body: null);
            },
            a => a.Code == 410);
        gone.Refused(410, "Expired", "The provided continue parameter is too old to display a consistent list result.");
        var rest = await SendAsync(cluster.Admin, "GET", $"{path}?continue={gone.Of("metadata.continue")}", body: null);
        Assert.Equal(["c", "kube-root-ca.crt"], rest.Is(200).Names);
        (await SendAsync(cluster.Admin, "GET", $"{path}?resourceVersion={first.Version}&resourceVersionMatch=Exact", body: null)).Refused(410, "Expired");
    }

    [Row("L6")]
    public async Task Lists_have_their_own_kind_and_the_stores_version()
    {
        var space = await SpaceAsync();
        var widget = await PostAsync(Widgets(space), Widget("a"));
        var later = await PostAsync(ConfigMaps(space), ConfigMap("a"));
        var list = (await GetAsync(Widgets(space))).Is(200);
        Assert.Equal(("WidgetList", "demo.example.io/v1"), (list.Of("kind"), list.Of("apiVersion")));
        Assert.Equal(("Widget", "demo.example.io/v1", widget.Version), (list.Of("items.0.kind"), list.Of("items.0.apiVersion"), list.Of("items.0.metadata.resourceVersion")));
        Assert.True(long.Parse(list.Version) >= long.Parse(later.Version));
        var none = (await GetAsync($"{Widgets(space)}?labelSelector=none")).Is(200);
        Assert.Equal("[]", none.Json["items"]!.ToJsonString());
        Assert.Equal("NamespaceList", (await GetAsync("/api/v1/namespaces")).Of("kind"));
    }

    [Row("L8")]
    public async Task Field_selectors()
    {
        var space = await SpaceAsync();
        await PostAsync(ConfigMaps(space), ConfigMap("a"));
        await PostAsync($"/api/v1/namespaces/{space}/secrets", """{"apiVersion":"v1","kind":"Secret","metadata":{"name":"s"},"type":"example.io/x"}""");
        await PostAsync($"/api/v1/namespaces/{space}/events", $$$"""
            {"apiVersion":"v1","kind":"Event","metadata":{"name":"e"},"reason":"Because","type":"Normal","source":{"component":"me"},
             "involvedObject":{"kind":"ConfigMap","namespace":"{{{space}}}","name":"a","uid":"u1","apiVersion":"v1","fieldPath":"data"}}
            """);
        async Task<int> CountAsync(string resource, string selector) =>
            (await GetAsync($"/api/v1/namespaces/{space}/{resource}?fieldSelector={Uri.EscapeDataString(selector)}")).Is(200).Names.Count;
        Assert.Equal(1, await CountAsync("configmaps", "metadata.name=a"));
        Assert.Equal(1, await CountAsync("configmaps", $"metadata.name==a,metadata.namespace={space}"));
        Assert.Equal(0, await CountAsync("configmaps", "metadata.name=a,metadata.name!=a"));
        Assert.Equal(0, await CountAsync("configmaps", @"metadata.name=a\,b"));
        Assert.Equal(1, await CountAsync("secrets", "type=example.io/x"));
        Assert.Equal(0, await CountAsync("secrets", "type=Opaque"));
        var event1 = $"involvedObject.kind=ConfigMap,involvedObject.namespace={space},involvedObject.name=a,involvedObject.uid=u1,involvedObject.apiVersion=v1,involvedObject.fieldPath=data,reason=Because,type=Normal,source=me";
        Assert.Equal(1, await CountAsync("events", event1));
        Assert.Equal(0, await CountAsync("events", "involvedObject.name=b"));
        Assert.Contains(space, (await GetAsync("/api/v1/namespaces?fieldSelector=status.phase%3DActive")).Names);
        Assert.Equal(0, await CountAsync("pods", "spec.nodeName=x,status.phase!=Failed,spec.restartPolicy=Always,spec.schedulerName=x,spec.serviceAccountName=x,spec.hostNetwork=false,status.podIP=,status.nominatedNodeName="));
        (await GetAsync("/api/v1/nodes?fieldSelector=spec.unschedulable%3Dfalse")).Is(200);
        Assert.Equal("field label not supported: spec.note", (await GetAsync($"{Widgets(space)}?fieldSelector=spec.note%3Dx")).Refused(400, "BadRequest").Message);
        (await GetAsync($"{Widgets(space)}?fieldSelector=nonsense")).Refused(400, "BadRequest", "invalid selector: 'nonsense'; can't understand 'nonsense'");
    }

    [Row("L9")]
    public async Task Selectable_fields_of_custom_kinds()
    {
        var space = await SpaceAsync();
        await PostAsync(Widgets(space), Widget("a", """{"color":"red"}"""));
        await PostAsync(Widgets(space), Widget("b", """{"color":"blue"}"""));
        Assert.Equal(["a"], (await GetAsync($"{Widgets(space)}?fieldSelector=spec.color%3Dred")).Names);
        Assert.Equal(["b"], (await GetAsync($"{Widgets(space)}?fieldSelector=spec.color!%3Dred")).Names);
        using var watch = await WatchAsync($"{Widgets(space)}?fieldSelector=spec.color%3Dblue");
        Assert.Equal("ADDED b", await watch.WordAsync());
        await DeleteAsync($"{Widgets(space)}?fieldSelector=spec.color%3Dblue");
        Assert.Equal("DELETED b", await watch.WordAsync());
        Assert.Equal(["a"], (await GetAsync(Widgets(space))).Names);
    }

    [Row("L10")]
    public async Task Label_selectors()
    {
        var space = await SpaceAsync();
        await PostAsync(ConfigMaps(space), ConfigMap("a", metadata: """ "labels":{"app":"x","n":"5"} """));
        await PostAsync(ConfigMaps(space), ConfigMap("b", metadata: """ "labels":{"app":"y","n":"10","own":"1"} """));
        foreach (var (selector, expected) in new[]
        {
            ("app=x", "a"), ("app==x", "a"), ("app!=x,app", "b"), ("app in (x,z)", "a"), ("app notin (x),app", "b"), ("own", "b"), ("!own,app", "a"),
            ("n>5", "b"), ("n<10", "a"), ("app=x,n=10", ""), (" app = x ", "a"), ("app in (x, y),own", "b"),
        })
        {
            Assert.Equal(expected, string.Join(',', (await GetAsync($"{ConfigMaps(space)}?labelSelector={Uri.EscapeDataString(selector)}")).Is(200).Names));
        }

        foreach (var nonsense in new[] { "a in", "a in x", "=x", "a=b c", "n>x", "a,,b", "-a=b" })
        {
            (await GetAsync($"{ConfigMaps(space)}?labelSelector={Uri.EscapeDataString(nonsense)}")).Refused(400, "BadRequest", "unable to parse requirement");
        }
    }
}
