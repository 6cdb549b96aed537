using Microsoft.Extensions.Time.Testing;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Runtime;
using Slipway.Runtime.Clients;
using Slipway.Runtime.Events;
using Slipway.Unit.Support;

namespace Slipway.Unit.Runtime.Events;

public sealed class EventRecorderTests
{
    private static readonly ResourceType Type = new("", "v1", "Event", "events");

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
    private readonly MemoryClient _server = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_event_names_its_object_and_who_tells()
    {
        var toy = await _server.CreateAsync(Toy.Named("a"), Cancellation);
        await using (var events = Recorder())
        {
            events.Warning(toy, "Broken", "The wheel is off: put it back");
        }

        var written = Assert.Single(await ListAsync());
        Assert.StartsWith("a.", written.Metadata.Name);
        Assert.Equal("default", written.Metadata.Namespace);
        Assert.Equal(("Warning", "Broken", "The wheel is off: put it back"), (written.Text("type"), written.Text("reason"), written.Text("message")));
        Assert.Equal(("Toy", "toys.example/v1", toy.Metadata.Uid), (written.Text("involvedObject", "kind"), written.Text("involvedObject", "apiVersion"), written.Text("involvedObject", "uid")));
        Assert.Equal("tests", written.Text("source", "component"));
        Assert.Equal("2026-01-02T03:04:05Z", written.Text("firstTimestamp"));
        Assert.Equal(1, written.Number("count"));
    }

    [Fact]
    public async Task The_same_again_is_counted_in_the_first()
    {
        var toy = await _server.CreateAsync(Toy.Named("a"), Cancellation);
        await using (var events = Recorder())
        {
            events.Normal(toy, "Made", "once");
            await Until.TrueAsync(() => _server.CountOf("create events") == 1);
            _time.Advance(TimeSpan.FromMinutes(1));
            events.Normal(toy, "Made", "once");
            events.Normal(toy, "Made", "other");
            await Until.TrueAsync(() => _server.CountOf("create events") == 2);
        }

        var all = await ListAsync();
        var first = Assert.Single(all, e => e.Text("message") == "once");
        Assert.Equal((2L, "2026-01-02T03:04:05Z", "2026-01-02T03:05:05Z"), (first.Number("count"), first.Text("firstTimestamp"), first.Text("lastTimestamp")));
        Assert.Equal(2, all.Count);
    }

    [Fact]
    public async Task An_event_that_has_expired_is_written_anew()
    {
        var toy = await _server.CreateAsync(Toy.Named("a"), Cancellation);
        await using (var events = Recorder())
        {
            events.Normal(toy, "Made", "once");
            await Until.TrueAsync(() => _server.CountOf("create events") == 1);
            await _server.DeleteAsync(Type, Assert.Single(await ListAsync()), Cancellation);
            events.Normal(toy, "Made", "once");
        }

        Assert.Equal(2, Assert.Single(await ListAsync()).Number("count"));
    }

    [Fact]
    public async Task A_server_that_refuses_fails_nobody()
    {
        var refused = 0;
        _server.Before = (_, _) =>
        {
            Interlocked.Increment(ref refused);
            throw MemoryClient.Refuse(403, StatusReason.Forbidden, "the namespace is terminating");
        };
        await using (var events = Recorder())
        {
            for (var n = 0; n < 2000; n++)
            {
                events.Normal(Toy.Named("a"), "Made", $"number {n}");
            }

            Assert.True(events.Dropped <= 2000 - 1024);
        }

        Assert.InRange(refused, 1024, 2000);
    }

    private EventRecorder Recorder() => new(_server, "tests", new RuntimeOptions { Time = _time, Random = RandomSource.Seeded(2) });

    private async Task<IReadOnlyList<Unstructured>> ListAsync() => await _server.ListAsync(Type, "", "", Cancellation);
}
