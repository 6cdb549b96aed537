using System.Collections.Concurrent;
using System.Diagnostics;
using Slipway.Unit.Server.Admission.Webhooks;

namespace Slipway.Unit.Server.Tracing;

/// <summary>The spans that a server gives out.</summary>
public sealed class Traces
{
    private const string Parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    [Fact]
    public async Task A_request_continues_the_trace_of_its_client_and_hands_it_on_to_webhooks()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name == "Slipway.Server",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var hooked = await HookedServer.HookedAsync(o => o with { Listen = true });
        hooked.Webhook.Allow("/look");
        await hooked.ConfigureAsync(HookedServer.Validating, "look");
        using var client = AdminHttp.Connect(hooked.Server.Server);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/apis/demo.example.io/v1/namespaces/default/widgets", UriKind.Relative))
        {
            Content = new StringContent(
                """{"apiVersion":"demo.example.io/v1","kind":"Widget","metadata":{"name":"a"},"spec":{}}""", System.Text.Encoding.UTF8, "application/json"),
            Version = System.Net.HttpVersion.Version20,
            Headers = { { "traceparent", Parent } },
        };
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.Created, response.StatusCode);

        // Other tests of the same process give out spans as well.
        var mine = spans.Where(s => s.TraceId.ToString() == "0af7651916cd43dd8448eb211c80319c").ToList();
        var server = Assert.Single(mine, s => s.Kind == ActivityKind.Server);
        Assert.Equal("POST /apis/demo.example.io/v1/namespaces/{namespace}/widgets", server.DisplayName);
        Assert.Equal("b7ad6b7169203331", server.ParentSpanId.ToString());
        Assert.Equal(201, server.GetTagItem("http.response.status_code"));
        Assert.Equal("/apis/demo.example.io/v1/namespaces/default/widgets", server.GetTagItem("url.path"));
        var callout = Assert.Single(mine, s => s.Kind == ActivityKind.Client);
        Assert.Equal(server.SpanId, callout.ParentSpanId);
        Assert.Equal($"00-0af7651916cd43dd8448eb211c80319c-{callout.SpanId}-01", hooked.Webhook.Parents.Single());
    }
}
