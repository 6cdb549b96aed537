using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using static Slipway.Unit.Server.TestServer;

namespace Slipway.Unit.Server.Upkeep;

/// <summary>What passes with time.</summary>
public sealed class Times
{
    private static readonly ResourceType Event = new("", "v1", "Event", "events");

    [Fact]
    public async Task Events_end_an_hour_after_they_were_last_written()
    {
        await using var server = await StartAsync();
        const string body = """{"metadata":{"name":"NAME"},"involvedObject":{"kind":"Widget","name":"w","namespace":"default"},"reason":"Seen"}""";
        await server.CreateAsync(Event, body.Replace("NAME", "old", StringComparison.Ordinal));
        await server.CreateAsync(Event, body.Replace("NAME", "kept", StringComparison.Ordinal));
        await server.Server.ReadyAsync(Stop);
        server.Time.Advance(TimeSpan.FromMinutes(30));
        await server.PatchAsync(Event, "kept", """{"count":2}""");
        await server.Server.ReadyAsync(Stop);
        server.Time.Advance(TimeSpan.FromMinutes(31));
        await server.GoneAsync(Event, "old");
        Assert.NotNull(await server.FindAsync(Event, "kept"));
        server.Time.Advance(TimeSpan.FromMinutes(30));
        await server.GoneAsync(Event, "kept");
    }

    [Fact]
    public async Task History_is_compacted_after_five_minutes()
    {
        await using var server = await StartAsync();
        await server.CreateWidgetAsync("a");
        await server.CreateWidgetAsync("b");
        var page = await server.Client.ListAsync(new ListRequest(Widget) { Namespace = "default", Limit = 1 }, Stop);
        await server.PatchAsync(Widget, "a", """{"spec":{"note":"1"}}""");
        var request = new ListRequest(Widget) { Namespace = "default", Limit = 1, Continue = page.Continue };
        Status? status = null;
        for (var i = 0; status is null; i++)
        {
            server.Time.Advance(TimeSpan.FromMinutes(1));
            await server.PatchAsync(Widget, "b", $$$"""{"spec":{"note":"{{{i}}}"}}""");
            status = await TryAsync(() => server.Client.ListAsync(request, Stop).AsTask());
            Assert.True(status is null || i >= 4, "History must reach back five minutes.");
            Assert.True(i < 1000, "History was never compacted.");
        }

        Assert.Equal((410, "Expired"), (status.Code, status.Reason));
        Assert.StartsWith("The provided continue parameter is too old to display a consistent list result.", status.Message, StringComparison.Ordinal);
        var rest = await server.Client.ListAsync(
            new ListRequest(Widget) { Namespace = "default", Limit = 1, Continue = status.Metadata.Continue! }, Stop);
        Assert.Single(rest.Items);
    }

    private static async Task<Status?> TryAsync(Func<Task> call)
    {
        try
        {
            await call();
            return null;
        }
        catch (ApiException e)
        {
            return e.Status;
        }
    }
}
