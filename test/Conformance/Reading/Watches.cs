using Microsoft.Extensions.Time.Testing;

namespace Slipway.Conformance.Reading;

/// <summary>Watches.</summary>
public sealed class Watches : Section<Watches>
{
    private const string OwnOnly = "fieldSelector=metadata.name!%3Dkube-root-ca.crt";

    [Row("W1")]
    public async Task From_nothing_from_any_and_from_a_version()
    {
        var space = await SpaceAsync();
        var path = $"{ConfigMaps(space)}?{OwnOnly}";
        var first = (await PostAsync(ConfigMaps(space), ConfigMap("a"))).Version;
        await PostAsync(ConfigMaps(space), ConfigMap("b"));
        using var unset = await WatchAsync(path);
        using var any = await WatchAsync($"{path}&resourceVersion=0");
        using var after = await WatchAsync($"{path}&resourceVersion={first}");
        await PatchAsync(ConfigMaps(space) + "/a", MergePatch, """{"data":{"x":"1"}}""");
        await DeleteAsync(ConfigMaps(space) + "/b");
        Assert.Equal(["ADDED a", "ADDED b", "MODIFIED a", "DELETED b"], await unset.WordsAsync(4));
        Assert.Equal(["ADDED a", "ADDED b", "MODIFIED a", "DELETED b"], await any.WordsAsync(4));
        Assert.Equal(["ADDED b", "MODIFIED a", "DELETED b"], await after.WordsAsync(3));
    }

    [Row("W1")]
    public async Task Nothing_is_lost_and_nothing_comes_twice()
    {
        var space = await SpaceAsync();
        var start = (await GetAsync(ConfigMaps(space))).Version;
        await PostAsync(ConfigMaps(space), ConfigMap("a"));
        var writes = Task.Run(
            async () =>
            {
                for (var i = 0; i < 200; i++)
                {
                    (await PatchAsync(ConfigMaps(space) + "/a", MergePatch, $$$"""{"data":{"n":"{{{i}}}"}}""")).Is(200);
                }
            },
            Stop);
        var (seen, last) = (new List<string>(), long.Parse(start));
        while (seen.Count < 200)
        {
            // Comes again and again, as clients do whose connection broke.
            using var watch = await WatchAsync($"{ConfigMaps(space)}?{OwnOnly}&resourceVersion={last}");
            for (var i = 0; i < 17 && seen.Count < 200; i++)
            {
                var next = (await watch.NextAsync())!["object"]!;
                var version = long.Parse((string)next["metadata"]!["resourceVersion"]!);
                Assert.True(version > last);
                last = version;
                if ((string?)next["data"]?["n"] is { } n)
                {
                    seen.Add(n);
                }
            }
        }

        await writes;
        Assert.Equal(Enumerable.Range(0, 200).Select(i => $"{i}"), seen);
    }

    [Row("W2")]
    public async Task From_forgotten_history()
    {
        var path = $"{Samples.Group}/gadgets";
        var name = (await SharedAsync()).NewName();
        var first = (await PostAsync(path, $$$"""{"apiVersion":"demo.example.io/v1","kind":"Gadget","metadata":{"name":"{{{name}}}"}}""")).Is(201).Version;
        for (var i = 0; i < 20; i++)
        {
            (await PatchAsync($"{path}/{name}", MergePatch, $$$"""{"spec":{"n":{{{i}}},"x":"{{{new string('x', 256 * 1024)}}}"}}""")).Is(200);
        }

        using var watch = await WatchAsync($"{path}?resourceVersion={first}");
        Assert.Equal(200, watch.Code);
        var error = (await watch.NextAsync())!;
        Assert.Equal(("ERROR", "Status", "Failure", "Expired", 410), (
            (string?)error["type"], (string?)error["object"]!["kind"], (string?)error["object"]!["status"], (string?)error["object"]!["reason"], (int?)error["object"]!["code"]));
        Assert.Matches($@"^too old resource version: {first} \([0-9]+\)$", (string)error["object"]!["message"]!);
        Assert.Null(await watch.NextAsync());
    }

    [Row("W3")]
    public async Task Bookmarks()
    {
        var space = await SpaceAsync();
        var last = (await PostAsync(ConfigMaps(space), ConfigMap("a"))).Version;
        using var watch = await WatchAsync($"{ConfigMaps(space)}?{OwnOnly}&allowWatchBookmarks=true&resourceVersion={last}&timeoutSeconds=3");
        var mark = (await watch.NextAsync())!;
        Assert.Equal(("BOOKMARK", "ConfigMap", "v1"), ((string?)mark["type"], (string?)mark["object"]!["kind"], (string?)mark["object"]!["apiVersion"]));
        Assert.True(long.Parse((string)mark["object"]!["metadata"]!["resourceVersion"]!) >= long.Parse(last));
        Assert.Null(mark["object"]!["data"]);
        Assert.Null(await watch.NextAsync());
    }

    [Row("W3")]
    public async Task Bookmarks_come_every_minute()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var cluster = await Cluster.StartAsync(o => o with { Time = clock });
        using var watch = await OpenAsync(cluster.Admin, $"{ConfigMaps("default")}?watch=1&allowWatchBookmarks=true&{OwnOnly}");
        using var plain = await OpenAsync(cluster.Admin, $"{ConfigMaps("default")}?watch=1&{OwnOnly}");
        var next = watch.WordAsync();
        while (!next.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Stop);
        }

        Assert.Equal("BOOKMARK", await next);
        (await SendAsync(cluster.Admin, "POST", ConfigMaps("default"), ConfigMap("a"))).Is(201);
        Assert.Equal("ADDED a", await plain.WordAsync());
    }

    [Row("W4")]
    public async Task Initial_events()
    {
        var space = await SpaceAsync();
        await PostAsync(ConfigMaps(space), ConfigMap("a"));
        var path = $"{ConfigMaps(space)}?{OwnOnly}&allowWatchBookmarks=true&resourceVersionMatch=NotOlderThan";
        foreach (var version in new[] { "", "0", (await GetAsync(ConfigMaps(space))).Version })
        {
            using var watch = await WatchAsync($"{path}&sendInitialEvents=true&resourceVersion={version}");
            Assert.Equal("ADDED a", await watch.WordAsync());
            var mark = (await watch.NextAsync())!;
            Assert.Equal("BOOKMARK", (string?)mark["type"]);
            Assert.Equal("true", (string?)mark["object"]!["metadata"]!["annotations"]!["k8s.io/initial-events-end"]);
            Assert.Matches("^[1-9][0-9]*$", (string)mark["object"]!["metadata"]!["resourceVersion"]!);
        }

        using var live = await WatchAsync($"{path}&sendInitialEvents=false");
        await PostAsync(ConfigMaps(space), ConfigMap("b"));
        Assert.Equal("ADDED b", await live.WordAsync());
        (await GetAsync("/api/v1/configmaps?watch=true&sendInitialEvents=true"))
            .Refused(422, "Invalid", "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan");
        (await GetAsync("/api/v1/configmaps?watch=true&resourceVersionMatch=NotOlderThan"))
            .Refused(422, "Invalid", "resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided");
    }

    [Row("W5")]
    public async Task A_watch_ends_in_time()
    {
        using var watch = await WatchAsync("/api/v1/nodes?timeoutSeconds=1");
        Assert.Null(await watch.NextAsync());
        using var longest = await WatchAsync($"/api/v1/nodes?timeoutSeconds={long.MaxValue}");
        Assert.Equal(200, longest.Code);
    }

    [Row("W6")]
    public async Task Objects_come_and_go_with_the_selector()
    {
        var space = await SpaceAsync();
        await PostAsync(Widgets(space), Widget("a"));
        using var watch = await WatchAsync($"{Widgets(space)}?labelSelector=app%3Dx");
        await PatchAsync(Widgets(space) + "/a", MergePatch, """{"metadata":{"labels":{"app":"x"}},"spec":{"note":"in"}}""");
        await PatchAsync(Widgets(space) + "/a", MergePatch, """{"spec":{"note":"still"}}""");
        var left = await PatchAsync(Widgets(space) + "/a", MergePatch, """{"metadata":{"labels":{"app":"y"}},"spec":{"note":"out"}}""");
        Assert.Equal(["ADDED a", "MODIFIED a"], await watch.WordsAsync(2));
        var gone = (await watch.NextAsync())!;
        Assert.Equal(("DELETED", "still", "x", left.Version), (
            (string?)gone["type"], (string?)gone["object"]!["spec"]!["note"], (string?)gone["object"]!["metadata"]!["labels"]!["app"], (string?)gone["object"]!["metadata"]!["resourceVersion"]));

        using var all = await WatchAsync($"{Widgets(space)}?resourceVersion={left.Version}");
        await DeleteAsync(Widgets(space) + "/a");
        var deleted = (await all.NextAsync())!;
        Assert.Equal(("DELETED", "out"), ((string?)deleted["type"], (string?)deleted["object"]!["spec"]!["note"]));
        Assert.True(long.Parse((string)deleted["object"]!["metadata"]!["resourceVersion"]!) > long.Parse(left.Version));
    }

    [Row("W7")]
    public async Task One_object()
    {
        var space = await SpaceAsync();
        using var byField = await WatchAsync($"{ConfigMaps(space)}?fieldSelector=metadata.name%3Db");
        using var byPath = await OpenAsync((await SharedAsync()).Admin, $"/api/v1/watch/namespaces/{space}/configmaps/b");
        await PostAsync(ConfigMaps(space), ConfigMap("a"));
        await PostAsync(ConfigMaps(space), ConfigMap("b"));
        Assert.Equal("ADDED b", await byField.WordAsync());
        Assert.Equal("ADDED b", await byPath.WordAsync());
    }

    [Row("W8")]
    public async Task Who_does_not_read_is_dropped_and_others_do_not_notice()
    {
        var space = await SpaceAsync();
        await PostAsync(ConfigMaps(space), ConfigMap("a"));
        using var idle = await WatchAsync($"{ConfigMaps(space)}?{OwnOnly}");
        using var reading = await WatchAsync($"{ConfigMaps(space)}?{OwnOnly}");
        var big = new string('x', 20_000);
        var reads = Task.Run(() => reading.WordsAsync(2501), Stop);
        for (var i = 0; i < 2500; i++)
        {
            (await PatchAsync(ConfigMaps(space) + "/a", MergePatch, $$$"""{"data":{"n":"{{{i}}}","x":"{{{big}}}"}}""")).Is(200);
        }

        Assert.Equal(2501, (await reads).Count);
        Assert.InRange(await ToldAsync(idle), 1, 2499);
    }

    private static async Task<int> ToldAsync(EventStream watch)
    {
        var told = 0;
        try
        {
            while (await watch.WordAsync() is { Length: > 0 })
            {
                told++;
            }
        }
        catch (IOException)
        {
            // On a slow machine the server's patience ended the stream in the midst of a line: dropped as well.
        }

        return told;
    }

    [Row("W9")]
    public async Task The_watches_of_a_removed_kind_end()
    {
        (await PostAsync("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", Samples.Definition("leavers", """{"type":"object"}"""))).Is(201);
        var path = "/apis/test.example.io/v1/namespaces/default/leavers";
        await UntilAsync(() => GetAsync(path), a => a.Code == 200);
        using var watch = await WatchAsync(path);
        await DeleteAsync("/apis/apiextensions.k8s.io/v1/customresourcedefinitions/leavers.test.example.io");
        while (await watch.NextAsync() is not null)
        {
            // What is told before the end does not matter here.
        }

        await UntilAsync(() => GetAsync(path), a => a.Code == 404);
    }

    [Row("W10")]
    public async Task A_server_that_stops_ends_its_watches()
    {
        var cluster = await Cluster.StartAsync();
        using var watch = await OpenAsync(cluster.Admin, "/api/v1/nodes?watch=true");
        var next = watch.NextAsync();
        await cluster.DisposeAsync();
        Assert.Null(await next);
    }

    [Row("W11")]
    [Row("N6")]
    public async Task A_watch_of_a_table()
    {
        var space = await SpaceAsync();
        using var watch = await WatchAsync(Widgets(space), "Accept: application/json;as=Table;v=v1;g=meta.k8s.io");
        await PostAsync(Widgets(space), Widget("a", """{"color":"red"}"""));
        await PatchAsync(Widgets(space) + "/a", MergePatch, """{"spec":{"color":"blue"}}""");
        var (first, second) = ((await watch.NextAsync())!, (await watch.NextAsync())!);
        Assert.Equal(("ADDED", "Table", "meta.k8s.io/v1"), ((string?)first["type"], (string?)first["object"]!["kind"], (string?)first["object"]!["apiVersion"]));
        Assert.Equal(["Name", "Color", "Wanted", "Age"], first["object"]!["columnDefinitions"]!.AsArray().Select(c => (string)c!["name"]!));
        Assert.True(second["object"]!["columnDefinitions"] is null or JsonArray { Count: 0 });
        Assert.Equal("blue", (string?)second["object"]!["rows"]![0]!["cells"]![1]);
        Assert.Equal("PartialObjectMetadata", (string?)second["object"]!["rows"]![0]!["object"]!["kind"]);
    }

    [Row("W11")]
    [Row("N8")]
    public async Task A_watch_of_metadata()
    {
        var space = await SpaceAsync();
        foreach (var version in new[] { "v1", "v1beta1" })
        {
            using var watch = await WatchAsync(
                $"{ConfigMaps(space)}?{OwnOnly}&allowWatchBookmarks=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan",
                $"Accept: application/json;as=PartialObjectMetadata;v={version};g=meta.k8s.io,application/json");
            Assert.Equal("true", (string?)(await watch.NextAsync())!["object"]!["metadata"]!["annotations"]!["k8s.io/initial-events-end"]);
            await PostAsync(ConfigMaps(space), ConfigMap("a", """{"x":"1"}"""));
            var next = (await watch.NextAsync())!;
            Assert.Equal(("ADDED", "PartialObjectMetadata", $"meta.k8s.io/{version}", "a"), (
                (string?)next["type"], (string?)next["object"]!["kind"], (string?)next["object"]!["apiVersion"], (string?)next["object"]!["metadata"]!["name"]));
            Assert.Null(next["object"]!["data"]);
            await DeleteAsync(ConfigMaps(space) + "/a");
        }
    }

    [Row("N9")]
    public async Task A_JSON_watch_is_one_object_a_line_sent_at_once()
    {
        var space = await SpaceAsync();
        using var watch = await WatchAsync(ConfigMaps(space) + "?" + OwnOnly, "Accept: application/json, */*");
        Assert.Equal("application/json", watch.ContentType);
        foreach (var name in new[] { "a", "b" })
        {
            await PostAsync(ConfigMaps(space), ConfigMap(name));
            Assert.Equal($"ADDED {name}", await watch.WordAsync());
        }
    }
}
