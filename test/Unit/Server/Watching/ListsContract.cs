using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Unit.Support;
using static Slipway.Unit.Server.TestServer;

namespace Slipway.Unit.Server.Watching;

/// <summary>Reading collections. The same whichever client asks.</summary>
public abstract class ListsContract(bool listens)
{
    private static readonly ListRequest All = new(Widget);

    [Fact]
    public async Task Objects_come_in_the_order_of_their_keys_and_by_namespace()
    {
        await using var server = await StartAsync();
        foreach (var name in (string[])["b", "c", "a"])
        {
            await server.CreateWidgetAsync(name);
        }

        await server.CreateAsync(Widget, """{"apiVersion":"demo.example.io/v1","kind":"Widget","metadata":{"name":"z"}}""", "kube-public");
        Assert.Equal(["a", "b", "c", "z"], await server.NamesAsync(All));
        Assert.Equal(["z"], await server.NamesAsync(All with { Namespace = "kube-public" }));
        Assert.Empty(await server.NamesAsync(All with { Namespace = "kube-system" }));
    }

    [Fact]
    public async Task Labels_and_fields_select()
    {
        await using var server = await StartAsync();
        await server.CreateWidgetAsync("a", """{"color":"red"}""", """ "labels":{"app":"x"} """);
        await server.CreateWidgetAsync("b", """{"color":"blue"}""", """ "labels":{"app":"y"} """);
        await server.CreateWidgetAsync("c");
        Assert.Equal(["a"], await server.NamesAsync(All with { LabelSelector = "app=x" }));
        Assert.Equal(["a", "b"], await server.NamesAsync(All with { LabelSelector = "app in (x,y)" }));
        Assert.Equal(["c"], await server.NamesAsync(All with { LabelSelector = "!app" }));
        Assert.Equal(["b"], await server.NamesAsync(All with { FieldSelector = "metadata.name=b" }));
        Assert.Equal(["b"], await server.NamesAsync(All with { FieldSelector = "spec.color=blue" }));
        Assert.Equal(["a", "c"], await server.NamesAsync(All with { FieldSelector = "metadata.namespace=default,spec.color!=blue" }));
        var status = await RefusedAsync(() => server.NamesAsync(All with { FieldSelector = "spec.note=x" }));
        Assert.Equal((400, "field label not supported: spec.note"), (status.Code, status.Message));
        Assert.Equal(400, (await RefusedAsync(() => server.NamesAsync(All with { LabelSelector = "a=b=c" }))).Code);
    }

    [Fact]
    public async Task Built_in_fields_select()
    {
        await using var server = await StartAsync();
        await server.CreateAsync(Secret, """{"metadata":{"name":"a"},"type":"my.io/own"}""");
        await server.CreateAsync(Secret, """{"metadata":{"name":"b"}}""");
        Assert.Equal(["a"], await server.NamesAsync(new ListRequest(Secret) { FieldSelector = "type=my.io/own" }));
        var events = new ResourceType("", "v1", "Event", "events");
        await server.CreateAsync(events, """{"metadata":{"name":"e"},"involvedObject":{"kind":"Machine","namespace":"default","name":"m"},"reason":"Made"}""");
        await server.CreateAsync(events, """{"metadata":{"name":"f"},"involvedObject":{"kind":"Machine","namespace":"default","name":"n"}}""");
        Assert.Equal(["e"], await server.NamesAsync(new ListRequest(events) { FieldSelector = "involvedObject.name=m" }));
        Assert.Equal(["f"], await server.NamesAsync(new ListRequest(events) { FieldSelector = "involvedObject.kind=Machine,reason!=Made" }));
        Assert.Equal(4, (await server.NamesAsync(new ListRequest(Namespace) { FieldSelector = "status.phase=Active" })).Count);
    }

    [Fact]
    public async Task Pages_show_one_revision_whatever_happens_meanwhile()
    {
        await using var server = await StartAsync();
        for (var i = 0; i < 7; i++)
        {
            await server.CreateWidgetAsync($"w{i}");
        }

        var names = new List<string>();
        var request = All with { Limit = 3 };
        var revisions = new HashSet<string>();
        do
        {
            var page = await server.Client.ListAsync(request, Stop);
            revisions.Add(page.ResourceVersion);
            names.AddRange(page.Items.Select(i => Slipway.Machinery.Json.Unstructured.Parse(i.Span).Metadata.Name));
            request = request with { Continue = page.Continue };
            await server.FindAsync(Widget, "w6");
            if (names.Count == 3)
            {
                await server.DeleteAsync(Widget, "w5");
                await server.CreateWidgetAsync("w33");
            }
        }
        while (request.Continue.Length > 0);

        Assert.Equal(["w0", "w1", "w2", "w3", "w4", "w5", "w6"], names);
        Assert.Single(revisions);
    }

    [Fact]
    public async Task A_page_with_a_selector_is_filled()
    {
        await using var server = await StartAsync();
        for (var i = 0; i < 10; i++)
        {
            await server.CreateWidgetAsync($"w{i}", metadata: $$""" "labels":{"odd":"{{(i % 2 == 1 ? "yes" : "no")}}"} """);
        }

        var first = await server.Client.ListAsync(All with { Limit = 2, LabelSelector = "odd=yes" }, Stop);
        var second = await server.Client.ListAsync(All with { Limit = 2, LabelSelector = "odd=yes", Continue = first.Continue }, Stop);
        var third = await server.Client.ListAsync(All with { Limit = 2, LabelSelector = "odd=yes", Continue = second.Continue }, Stop);
        Assert.Equal((2, 2, 1, ""), (first.Items.Count, second.Items.Count, third.Items.Count, third.Continue));
    }

    [Fact]
    public async Task A_token_of_somebody_else_is_refused()
    {
        await using var server = await StartAsync();
        var status = await RefusedAsync(() => server.Client.ListAsync(All with { Limit = 1, Continue = "bm9uc2Vuc2U" }, Stop).AsTask());
        Assert.Equal(400, status.Code);
        Assert.StartsWith("invalid continue token: continue key is not valid", status.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revision_of_the_future_is_waited_for_and_then_refused()
    {
        await using var server = await StartAsync();
        var call = RefusedAsync(() => server.Client.ListAsync(All with { ResourceVersion = "99999999" }, Stop).AsTask());
        await Until.AdvancingAsync(server.Time, TimeSpan.FromSeconds(1), () => call.IsCompleted);
        var status = await call;
        Assert.Equal((504, "Timeout", 1), (status.Code, status.Reason, status.Details!.RetryAfterSeconds));
        Assert.StartsWith("Timeout: Too large resource version: 99999999, current: ", status.Message, StringComparison.Ordinal);
        Assert.Equal("ResourceVersionTooLarge", status.Details.Causes![0].Reason);
    }

    [Fact]
    public async Task Every_acknowledged_write_is_read()
    {
        await using var server = await StartAsync();
        for (var i = 0; i < 200; i++)
        {
            await server.CreateWidgetAsync($"w{i}");
            Assert.Equal(i + 1, (await server.NamesAsync(All)).Count);
        }
    }

    private Task<TestServer> StartAsync() => listens ? TestServer.ListenAsync() : TestServer.StartAsync();
}
