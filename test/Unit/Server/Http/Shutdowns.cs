using System.Net;
using Microsoft.Extensions.Time.Testing;
using Slipway.Server.Http;
using Slipway.Unit.Support;

namespace Slipway.Unit.Server.Http;

/// <summary>How a server comes to its end.</summary>
public sealed class Shutdowns
{
    private const string Widgets = "/apis/demo.example.io/v1/namespaces/default/widgets";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_not_ready_first_while_it_still_serves()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var host = await RunningHost.StartAsync(o => o with { Clock = clock, ShutdownDelay = TimeSpan.FromSeconds(5) });
        var stopping = host.Host.DisposeAsync().AsTask();
        using (var ready = await host.Client.GetAsync("/readyz", Cancellation))
        {
            Assert.Equal(HttpStatusCode.InternalServerError, ready.StatusCode);
            Assert.Contains("[-]shutdown failed", await ready.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }

        Assert.Equal("ok", await host.Client.GetStringAsync("/livez", Cancellation));
        using (var served = await host.Client.GetAsync(Widgets, Cancellation))
        {
            Assert.Equal(HttpStatusCode.OK, served.StatusCode);
        }

        Assert.False(stopping.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(5));
        await Until.InTimeAsync(stopping);
    }

    [Fact]
    public async Task Requests_under_way_are_answered_and_new_ones_are_sent_away()
    {
        await using var host = await RunningHost.StartAsync();
        var (entered, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        host.Verbs.Before = async cancellation =>
        {
            entered.TrySetResult();
            await gate.Task.WaitAsync(cancellation);
        };
        var first = host.Client.GetAsync(Widgets, Cancellation);
        await entered.Task;
        var stopping = host.Host.DisposeAsync().AsTask();
        using (var second = await host.Client.GetAsync(Widgets, Cancellation))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, second.StatusCode);
            Assert.Equal("1", second.Headers.NonValidated["Retry-After"].ToString());
        }

        Assert.False(stopping.IsCompleted);
        gate.SetResult();
        using (var answered = await first)
        {
            Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        }

        await Until.InTimeAsync(stopping);
    }

    [Fact]
    public async Task What_takes_too_long_is_broken_off()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var host = await RunningHost.StartAsync(o => o with { Clock = clock, ShutdownGrace = TimeSpan.FromSeconds(30) });
        var (entered, never) = (new TaskCompletionSource(), new TaskCompletionSource());
        host.Verbs.Before = async _ =>
        {
            entered.TrySetResult();
            await never.Task;
        };
        var asked = host.Client.GetAsync(Widgets, Cancellation);
        await entered.Task;
        var stopping = host.Host.DisposeAsync().AsTask();
        await Until.AdvancingAsync(clock, TimeSpan.FromSeconds(1), () => stopping.IsCompleted);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => asked);
        never.SetResult();
    }

    [Fact]
    public async Task Watches_end_as_if_their_time_were_over()
    {
        await using var server = await TestServer.StartAsync(o => o with { Listen = true });
        using var client = AdminHttp.Connect(server.Server);
        using var response = await client.GetAsync(new Uri(Widgets + "?watch=true&resourceVersion=0", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancellation);
        var reading = response.Content.ReadAsStringAsync(Cancellation);
        await server.CreateWidgetAsync("a");
        var stopping = server.Server.DisposeAsync().AsTask();
        var text = await Until.InTimeAsync(reading);
        Assert.StartsWith("{\"type\":\"ADDED\"", text, StringComparison.Ordinal);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        await Until.InTimeAsync(stopping);
    }

    [Fact]
    public void A_drain_is_done_when_the_last_has_left()
    {
        var drain = new Drain();
        Assert.True(drain.TryEnter());
        Assert.True(drain.TryEnter());
        Assert.Null(drain.Fault);
        var done = drain.CloseAsync();
        Assert.False(drain.TryEnter());
        Assert.NotNull(drain.Fault);
        drain.Leave();
        Assert.False(done.IsCompleted);
        drain.Leave();
        Assert.True(done.IsCompleted);
        Assert.True(drain.CloseAsync().IsCompleted);
    }
}
