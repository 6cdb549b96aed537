using System.Text;
using Slipway.Server;
using Slipway.Server.Security.Encryption;
using Slipway.Store;
using Slipway.Store.Memory;
using Slipway.Store.Opening;

namespace Slipway.Unit.Server.Security;

/// <summary>Secrets are kept encrypted and read by nobody without the key.</summary>
public sealed class Encryptions : IDisposable
{
    private const string Key = "/registry/secrets/default/s";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("slipway-seal-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Url => $"sqlite:{Path.Combine(_folder.FullName, "store.db")}?sync=off";

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_secret_is_not_on_disk_and_is_there_after_a_restart()
    {
        await using (var server = await StartAsync(Configuration("one")))
        {
            await MakeAsync(server);
            Assert.Equal("hush", await ReadAsync(server));
        }

        var raw = await RawAsync();
        Assert.StartsWith("k8s:enc:aesgcm:v1:one:", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("aHVzaA", raw, StringComparison.Ordinal);
        await using var again = await StartAsync(Configuration("one"));
        Assert.Equal("hush", await ReadAsync(again));
    }

    [Fact]
    public async Task A_watch_shows_it_open()
    {
        await using var server = await StartAsync(Configuration("one"));
        var list = await server.Client.ListAsync(new(TestServer.Secret), Stop);
        await MakeAsync(server);
        await foreach (var change in server.Client.WatchAsync(new(TestServer.Secret, list.ResourceVersion), Stop))
        {
            Assert.Contains("aHVzaA==", Encoding.UTF8.GetString(change.Object.Span), StringComparison.Ordinal);
            break;
        }
    }

    [Fact]
    public async Task A_start_with_a_new_first_key_writes_all_anew_and_the_old_key_can_go()
    {
        await using (var server = await StartAsync(null))
        {
            await MakeAsync(server);
        }

        Assert.StartsWith("{", await RawAsync(), StringComparison.Ordinal);
        await (await StartAsync(Configuration("one"))).DisposeAsync();
        Assert.StartsWith("k8s:enc:aesgcm:v1:one:", await RawAsync(), StringComparison.Ordinal);
        await (await StartAsync(Configuration("two", "one"))).DisposeAsync();
        Assert.StartsWith("k8s:enc:aesgcm:v1:two:", await RawAsync(), StringComparison.Ordinal);
        await using (var server = await StartAsync(Configuration("two")))
        {
            Assert.Equal("hush", await ReadAsync(server));
        }

        await (await StartAsync("""{"resources":[{"resources":["secrets"],"providers":[{"identity":{}},{"aesgcm":{"keys":[""" + KeyOf("two") + "]}}]}]}")).DisposeAsync();
        Assert.StartsWith("{", await RawAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_key_the_server_does_not_start()
    {
        await using (var server = await StartAsync(Configuration("one")))
        {
            await MakeAsync(server);
        }

        var fault = await Assert.ThrowsAsync<EncryptionException>(() => StartAsync(Configuration("two")));
        Assert.Equal($"The value of {Key} is encrypted with a key that the encryption configuration does not have: give it the key with which it was written.", fault.Message);
    }

    [Fact]
    public async Task A_turned_bit_or_another_place_is_noticed()
    {
        await using var memory = new MemoryStore();
        await using var closed = new SealedStore(memory, EncryptionRules.Parse(Configuration("one")));
        await closed.WriteAsync(WriteRequest.Create(Key, Encoding.UTF8.GetBytes("{}")), Stop);
        var stored = (await memory.GetAsync(Key, Stop))!.Value.ToArray();
        for (var at = "k8s:enc:aesgcm:v1:one:".Length; at < stored.Length; at++)
        {
            var turned = stored.ToArray();
            turned[at] ^= 1;
            await memory.WriteAsync(new WriteRequest(Key, turned, null), Stop);
            await Assert.ThrowsAsync<EncryptionException>(async () => await closed.GetAsync(Key, Stop));
        }

        await memory.WriteAsync(new WriteRequest(Key + "2", stored, null), Stop);
        await Assert.ThrowsAsync<EncryptionException>(async () => await closed.GetAsync(Key + "2", Stop));
        await memory.WriteAsync(new WriteRequest(Key + "3", stored.AsMemory(0, 30), null), Stop);
        await Assert.ThrowsAsync<EncryptionException>(async () => await closed.GetAsync(Key + "3", Stop));
    }

    [Fact]
    public async Task The_same_value_is_never_kept_the_same_twice_and_others_are_kept_as_they_are()
    {
        await using var memory = new MemoryStore();
        await using var closed = new SealedStore(memory, EncryptionRules.Parse(Configuration("one")));
        var value = Encoding.UTF8.GetBytes("{\"a\":1}");
        await closed.WriteAsync(WriteRequest.Create(Key, value), Stop);
        await closed.WriteAsync(WriteRequest.Create(Key + "2", value), Stop);
        Assert.NotEqual((await memory.GetAsync(Key, Stop))!.Value.ToArray()[^20..], (await memory.GetAsync(Key + "2", Stop))!.Value.ToArray()[^20..]);
        await closed.WriteAsync(WriteRequest.Create("/registry/configmaps/default/c", value), Stop);
        Assert.Equal(value, (await memory.GetAsync("/registry/configmaps/default/c", Stop))!.Value.ToArray());
        var outcome = await closed.WriteAsync(WriteRequest.Create(Key, value), Stop);
        Assert.Equal((WriteResult.Exists, "{\"a\":1}"), (outcome.Result, Encoding.UTF8.GetString(outcome.Current!.Value.Span)));
        var range = await closed.RangeAsync(new RangeRequest("/registry/"), Stop);
        Assert.All(range.Values, v => Assert.Equal(value, v.Value.ToArray()));
    }

    [Theory]
    [InlineData("[", "not YAML")]
    [InlineData("{}", "names no resources")]
    [InlineData("""{"resources":[{"resources":["*.*"],"providers":[{"identity":{}}]}]}""", "wildcards are not taken")]
    [InlineData("""{"resources":[{"resources":["nothings"],"providers":[{"identity":{}}]}]}""", "no resource of this server")]
    [InlineData("""{"resources":[{"resources":["secrets"],"providers":[{"kms":{}}]}]}""", "the provider \"kms\"")]
    [InlineData("""{"resources":[{"resources":["secrets"],"providers":[]}]}""", "without providers")]
    [InlineData("""{"resources":[{"resources":["secrets"],"providers":[{"aesgcm":{"keys":[{"name":"k","secret":"aHVzaA=="}]}}]}]}""", "must be 16, 24 or 32 bytes")]
    public void A_configuration_that_is_none_is_refused_without_its_keys(string text, string why)
    {
        var message = Assert.Throws<EncryptionException>(() => EncryptionRules.Parse(text)).Message;
        Assert.Contains(why, message, StringComparison.Ordinal);
        Assert.DoesNotContain("aHVzaA", message, StringComparison.Ordinal);
    }

    private static string Configuration(params string[] keys) =>
        """{"kind":"EncryptionConfiguration","apiVersion":"apiserver.config.k8s.io/v1","resources":[{"resources":["secrets"],"providers":[{"aesgcm":{"keys":["""
        + string.Join(',', keys.Select(KeyOf)) + "]}},{\"identity\":{}}]}]}";

    private static string KeyOf(string name) =>
        $"{{\"name\":\"{name}\",\"secret\":\"{Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(name)))}\"}}";

    private Task<EmbeddedServer> StartAsync(string? encryption) =>
        EmbeddedServer.StartAsync(new EmbeddedServerOptions { Store = Url, Listen = false, Encryption = encryption }, Stop);

    private static async Task MakeAsync(EmbeddedServer server)
    {
        const string body = """{"metadata":{"name":"s"},"stringData":{"k":"hush"}}""";
        await server.Client.CreateAsync(new(TestServer.Secret, "default"), Encoding.UTF8.GetBytes(body), Slipway.Runtime.Clients.WriteOptions.Default, Stop);
    }

    private static async Task<string> ReadAsync(EmbeddedServer server)
    {
        var read = System.Text.Json.Nodes.JsonNode.Parse((await server.Client.GetAsync(new(TestServer.Secret, "default", "s"), Stop)).Span)!;
        return Encoding.UTF8.GetString(Convert.FromBase64String((string)read["data"]!["k"]!));
    }

    private async Task<string> RawAsync()
    {
        await using var store = await StoreUrl.OpenAsync(Url, Stop);
        return Encoding.UTF8.GetString((await store.GetAsync(Key, Stop))!.Value.Span);
    }
}
