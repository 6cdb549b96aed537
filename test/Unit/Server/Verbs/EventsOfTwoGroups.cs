using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using static Slipway.Unit.Server.TestServer;

namespace Slipway.Unit.Server.Verbs;

/// <summary>Events are the same objects under both groups that have them.</summary>
public sealed class EventsOfTwoGroups
{
    private static readonly ResourceType Core = new("", "v1", "Event", "events");
    private static readonly ResourceType Later = new("events.k8s.io", "v1", "Event", "events");

    [Fact]
    public async Task What_is_written_in_one_group_is_read_in_the_other()
    {
        await using var server = await StartAsync();
        await server.CreateAsync(Later, """
            {"metadata":{"name":"e"},"eventTime":"2026-11-24T02:00:00.000000Z","reportingController":"c","reportingInstance":"i","action":"Do",
             "reason":"Done","regarding":{"kind":"Pod","name":"p"},"note":"words","type":"Normal"}
            """);
        var core = await server.GetAsync(Core, "e");
        Assert.Equal(("v1", "words", "p", "c"), ((string?)core.At("apiVersion"), (string?)core.At("message"), (string?)core.At("involvedObject", "name"), (string?)core.At("reportingComponent")));
        Assert.Equal(["e"], await server.NamesAsync(new ListRequest(Core) { Namespace = "default", FieldSelector = "involvedObject.name=p" }));
        await server.CreateAsync(Core, """{"metadata":{"name":"f"},"involvedObject":{"kind":"Pod","name":"q"},"message":"more","count":3}""");
        var later = await server.GetAsync(Later, "f");
        Assert.Equal("events.k8s.io/v1", (string?)later.At("apiVersion"));
        Assert.Equal(("more", "q", 3), ((string?)later.At("note"), (string?)later.At("regarding", "name"), (int?)later.At("deprecatedCount")));
        Assert.Equal(["e", "f"], await server.NamesAsync(new ListRequest(Later) { Namespace = "default" }));
    }

    [Fact]
    public async Task Each_watcher_sees_the_form_of_its_group()
    {
        await using var server = await StartAsync();
        await server.CreateAsync(Core, """{"metadata":{"name":"f"},"involvedObject":{"kind":"Pod","name":"q"},"message":"more"}""");
        foreach (var (type, field) in new[] { (Core, "message"), (Later, "note") })
        {
            await foreach (var change in server.Client.WatchAsync(new WatchRequest(type, "0") { Namespace = "default" }, Stop))
            {
                var seen = Slipway.Machinery.Json.Unstructured.Parse(change.Object.Span);
                Assert.Equal((type.ApiVersion, "more"), ((string?)seen.At("apiVersion"), (string?)seen.At(field)));
                break;
            }
        }
    }
}
