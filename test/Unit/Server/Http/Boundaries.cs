using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace Slipway.Unit.Server.Http;

/// <summary>Who may ask, how much, how long, and what happens when something breaks.</summary>
public sealed class Boundaries
{
    private const string Widgets = "/apis/demo.example.io/v1/namespaces/default/widgets";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/healthz", 200)]
    [InlineData("/livez", 200)]
    [InlineData("/readyz", 200)]
    [InlineData("/version", 200)]
    [InlineData("/api", 403)]
    [InlineData("/", 403)]
    [InlineData("/nowhere", 403)]
    public async Task Nobody_may_only_ask_after_health_and_version(string address, int code)
    {
        await using var host = await RunningHost.StartAsync();
        using var client = host.Connect(null);
        using var response = await client.GetAsync(address, Cancellation);
        Assert.Equal(code, (int)response.StatusCode);
        if (code == 403)
        {
            Assert.Equal($"forbidden: User \"system:anonymous\" cannot get path \"{address}\"", await MessageAsync(response));
        }
    }

    [Theory]
    [InlineData("/api/v1/namespaces", "namespaces is forbidden: User \"system:anonymous\" cannot list resource \"namespaces\" in API group \"\" at the cluster scope")]
    [InlineData(Widgets + "/w/status", "widgets.demo.example.io \"w\" is forbidden: User \"system:anonymous\" cannot get resource \"widgets/status\" in API group \"demo.example.io\" in the namespace \"default\"")]
    public async Task Nobody_may_see_resources(string address, string message)
    {
        await using var host = await RunningHost.StartAsync();
        using var client = host.Connect(null);
        using var response = await client.GetAsync(address, Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(message, await MessageAsync(response));
    }

    [Fact]
    public async Task Somebody_may_see_discovery_but_no_resources()
    {
        await using var host = await RunningHost.StartAsync();
        using var jane = TestPki.Shared.IssueClient(new X500DistinguishedName("CN=jane, O=dev"));
        using var client = host.Connect(jane);
        using var discovery = await client.GetAsync("/apis", Cancellation);
        Assert.Equal(HttpStatusCode.OK, discovery.StatusCode);
        using var resource = await client.GetAsync(Widgets, Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, resource.StatusCode);
        Assert.Contains("User \"jane\"", await MessageAsync(resource), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_is_not_let_in_even_where_nobody_is()
    {
        await using var host = await RunningHost.StartAsync();
        using var stranger = new TestPki().IssueClient(new X500DistinguishedName("CN=mallory, O=system:masters"));
        using var client = host.Connect(stranger);
        using var response = await client.GetAsync("/healthz", Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Unauthorized", await MessageAsync(response));
    }

    [Fact]
    public async Task A_serving_certificate_is_no_client()
    {
        await using var host = await RunningHost.StartAsync();
        using var client = host.Connect(TestPki.Shared.Serving);
        using var response = await client.GetAsync("/healthz", Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_token_is_refused()
    {
        await using var host = await RunningHost.StartAsync();
        using var client = host.Connect(null);
        client.DefaultRequestHeaders.Authorization = new("Bearer", "guess");
        using var response = await client.GetAsync("/healthz", Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Too_many_at_once_are_asked_to_come_back()
    {
        await using var host = await RunningHost.StartAsync(o => o with { MaxInFlight = (1, 1) });
        var gate = new TaskCompletionSource();
        var entered = new TaskCompletionSource();
        host.Verbs.Before = async cancellation =>
        {
            entered.SetResult();
            await gate.Task.WaitAsync(cancellation);
        };
        var first = host.Client.GetAsync(Widgets, Cancellation);
        await entered.Task;
        using (var second = await host.Client.GetAsync(Widgets, Cancellation))
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
            Assert.Equal("1", second.Headers.NonValidated["Retry-After"].ToString());
        }

        gate.SetResult();
        using (await first)
        {
            host.Verbs.Before = _ => Task.CompletedTask;
            using var third = await host.Client.GetAsync(Widgets, Cancellation);
            Assert.Equal(HttpStatusCode.OK, third.StatusCode);
        }
    }

    [Fact]
    public async Task Work_has_a_deadline()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var host = await RunningHost.StartAsync(o => o with { Clock = clock });
        var entered = new TaskCompletionSource();
        host.Verbs.Before = async cancellation =>
        {
            entered.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, cancellation);
        };
        var asked = host.Client.GetAsync(Widgets + "/w", Cancellation);
        await entered.Task;
        clock.Advance(TimeSpan.FromSeconds(60));
        using var response = await asked;
        Assert.Equal(HttpStatusCode.GatewayTimeout, response.StatusCode);
        Assert.Equal("Timeout: request did not complete within the allotted timeout", await MessageAsync(response));
    }

    [Fact]
    public async Task A_watch_that_comes_as_the_server_stops_is_told_so()
    {
        await using var host = await RunningHost.StartAsync();
        var entered = new TaskCompletionSource();
        host.Verbs.Before = async cancellation =>
        {
            entered.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
        };
        var asked = host.Client.GetAsync(Widgets + "?watch=true", Cancellation);
        await entered.Task;
        var stopping = host.Host.DisposeAsync();
        using var response = await asked;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("stopping", await MessageAsync(response), StringComparison.Ordinal);
        await stopping;
    }

    [Fact]
    public async Task A_fault_is_an_internal_error_and_the_server_goes_on()
    {
        await using var host = await RunningHost.StartAsync();
        host.Verbs.Before = _ => throw new InvalidOperationException("broken");
        using (var response = await host.Client.GetAsync(Widgets, Cancellation))
        {
            Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
            Assert.DoesNotContain("broken", await MessageAsync(response), StringComparison.Ordinal);
        }

        host.Verbs.Before = _ => Task.CompletedTask;
        using var next = await host.Client.GetAsync(Widgets, Cancellation);
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Fact]
    public async Task Health_tells_of_each_check()
    {
        string? fault = null;
        await using var host = await RunningHost.StartAsync(o => o with { HealthChecks = [new("store", () => fault)] });
        Assert.Equal("ok", await host.Client.GetStringAsync("/readyz", Cancellation));
        Assert.Equal("[+]ping ok\n[+]store ok\n[+]shutdown ok\nreadyz check passed\n", await host.Client.GetStringAsync("/readyz?verbose", Cancellation));
        fault = "disk full";
        using var response = await host.Client.GetAsync("/readyz", Cancellation);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("[+]ping ok\n[-]store failed: reason withheld\n[+]shutdown ok\nreadyz check failed\n", await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("ok", await host.Client.GetStringAsync("/readyz?exclude=store", Cancellation));
        Assert.Equal("ok", await host.Client.GetStringAsync("/readyz/ping", Cancellation));
    }

    private static async Task<string?> MessageAsync(HttpResponseMessage response) =>
        (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!["message"];
}
