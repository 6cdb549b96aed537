using Slipway.Machinery.Json;
using Slipway.Runtime.Clients;
using static Slipway.Unit.Server.TestServer;

namespace Slipway.Unit.Server;

/// <summary>A server that comes back to its store.</summary>
public sealed class Restarts
{
    [Fact]
    public async Task Everything_is_there_and_nothing_is_written_again()
    {
        var directory = Directory.CreateTempSubdirectory("slipway-server-");
        try
        {
            var store = $"sqlite:{Path.Combine(directory.FullName, "store.db")}?sync=off";
            Unstructured made;
            string revision;
            await using (var first = await StartAsync(o => o with { Store = store }))
            {
                made = await first.CreateWidgetAsync("a", """{"note":"x"}""");
                await first.CreateWidgetAsync("child", metadata: $$"""
                    "ownerReferences":[{"apiVersion":"demo.example.io/v1","kind":"Widget","name":"a","uid":"{{made.Metadata.Uid}}"}]
                    """);
                revision = await QuietAsync(first);
            }

            await using var second = await StartAsync(o => o with { Store = store });
            Assert.Equal(revision, await QuietAsync(second));
            Assert.Equal(made.Json.ToJsonString(), (await second.GetAsync(Widget, "a")).Json.ToJsonString());
            await second.DeleteAsync(Widget, "a");
            await second.GoneAsync(Widget, "child");
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_definition_that_changed_is_replaced()
    {
        var directory = Directory.CreateTempSubdirectory("slipway-server-");
        try
        {
            var store = $"sqlite:{Path.Combine(directory.FullName, "store.db")}?sync=off";
            string uid;
            await using (var first = await StartAsync(o => o with { Store = store }))
            {
                uid = (await first.GetAsync(Definition, "widgets.demo.example.io")).Metadata.Uid;
            }

            var changed = WidgetDefinition.Replace("\"note\":", "\"more\":{\"type\":\"string\"},\"note\":", StringComparison.Ordinal);
            await using var second = await StartAsync(o => o with { Store = store, CustomResourceDefinitions = [System.Text.Encoding.UTF8.GetBytes(changed)] });
            var definition = await second.GetAsync(Definition, "widgets.demo.example.io");
            Assert.Equal((uid, 2L), (definition.Metadata.Uid, definition.Metadata.Generation));
            Assert.Equal("y", (await second.CreateWidgetAsync("a", """{"more":"y"}""")).Text("spec", "more"));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    // The service accounts of four namespaces come by themselves.
    private static async Task<string> QuietAsync(TestServer server)
    {
        var accounts = new ListRequest(new("", "v1", "ServiceAccount", "serviceaccounts"));
        await foreach (var _ in server.Client.WatchAsync(new WatchRequest(accounts.Type, "") { AllowBookmarks = false }, Stop))
        {
            if ((await server.NamesAsync(accounts)).Count == 4)
            {
                break;
            }
        }

        return (await server.Client.ListAsync(accounts, Stop)).ResourceVersion;
    }
}
