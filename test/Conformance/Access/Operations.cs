using Microsoft.Extensions.Time.Testing;

namespace Slipway.Conformance.Access;

/// <summary>Limits, versions and refusals.</summary>
public sealed class Operations : Section<Operations>
{
    [Row("Q1")]
    public async Task Too_many_requests_at_once()
    {
        // The clock stands still, so that those that wait for a version of the future wait until all have come.
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var cluster = await Cluster.StartAsync(o => o with { Time = clock });
        var calls = Enumerable.Range(0, 450).Select(_ => SendAsync(cluster.Admin, "GET", "/api/v1/namespaces/default?resourceVersion=99999999", body: null)).ToList();
        while (calls.Count(c => c.IsCompleted) < 50)
        {
            await Task.WhenAny(calls.Where(c => !c.IsCompleted)).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Stop);
        }

        clock.Advance(TimeSpan.FromSeconds(3));
        var answers = await Task.WhenAll(calls);
        var refused = answers.Where(a => a.Code == 429).ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, a => Assert.Equal("1", a.Refused(429, "TooManyRequests").Headers["retry-after"]));
        Assert.Equal(400, answers.Count(a => a.Code == 504));
        (await SendAsync(cluster.Admin, "GET", "/api/v1/namespaces/default", body: null)).Is(200);
    }

    [Row("Q3")]
    public async Task Metrics()
    {
        var text = (await GetAsync("/metrics")).Is(200).Text;
        foreach (var name in new[] { "apiserver_request_total", "apiserver_request_duration_seconds", "apiserver_current_inflight_requests", "apiserver_watch_events_total", "apiserver_storage_objects", "process_" })
        {
            Assert.Contains(name, text, StringComparison.Ordinal);
        }
    }

    [Row("Q5")]
    public async Task The_version()
    {
        var version = (await GetAsync("/version")).Is(200);
        Assert.Matches(@"^v1\.3[0-9]\.[0-9]+", version.Of("gitVersion"));
        Assert.Equal("1", version.Of("major"));
        foreach (var field in new[] { "minor", "gitCommit", "gitTreeState", "buildDate", "goVersion", "compiler", "platform" })
        {
            Assert.NotNull(version.At(field));
        }
    }

    [Row("Q7")]
    [Row("E7")]
    public async Task Refusals()
    {
        var space = await SpaceAsync();
        var missing = (await GetAsync(ConfigMaps(space) + "/none")).Refused(404, "NotFound", "configmaps \"none\" not found");
        Assert.Equal(("v1", "none", "configmaps", ""), (missing.Of("apiVersion"), missing.Of("details.name"), missing.Of("details.kind"), missing.Of("details.group")));
        Assert.Equal("the server does not allow this method on the requested resource", (await PutAsync(ConfigMaps(space), "{}")).Refused(405, "MethodNotAllowed").Message);
        var invalid = (await PostAsync(Widgets(space), Widget("a", """{"replicas":-1}"""))).Refused(422, "Invalid");
        Assert.Equal(["FieldValueInvalid spec.replicas"], invalid.Causes);
        Assert.Equal(("a", "Widget", "demo.example.io"), (invalid.Of("details.name"), invalid.Of("details.kind"), invalid.Of("details.group")));
    }
}
