using System.Diagnostics;
using System.Text;
using Slipway.Machinery.Pki;
using Slipway.Runtime.Clients;
using Slipway.Runtime.Clients.Http;
using Slipway.Unit.Support;
using Slipway.Unit.Support.Linearizability;

namespace Slipway.Unit.Server.Sharing;

/// <summary>What concurrent clients are answered fits into one order in which each answer is right.</summary>
/// <param name="etcd">An etcd.</param>
public sealed class LinearizabilityTests(EtcdProcess etcd) : IClassFixture<EtcdProcess>, IDisposable
{
    private const int Clients = 6;
    private const int Calls = 120;

    private readonly string _folder = Directory.CreateTempSubdirectory("slipway-linear-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("memory")]
    [InlineData("sqlite")]
    [InlineData("etcd")]
    public async Task One_server(string engine)
    {
        var url = engine switch
        {
            "memory" => "memory:",
            "sqlite" => "sqlite:" + Path.Combine(_folder, "s.db"),
            _ => etcd.Url("/one"),
        };
        await using var server = await TestServer.StartAsync(o => o with { Store = url });
        var clients = new ObjectClients(Stop);
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(i => Task.Run(() => clients.RunAsync($"{(char)('a' + i)}", [server.Client], Calls))));
        Check(clients, Clients * Calls);
    }

    [Fact]
    public async Task Two_servers_on_one_etcd_of_which_one_is_killed()
    {
        var url = etcd.Url("/two");
        using var doomed = ChildProcess.Start(ChildProcess.ApiServer, url);
        using var other = ChildProcess.Start(ChildProcess.ApiServer, url);
        using var first = new Api(await KubeconfigAsync(doomed));
        using var second = new Api(await KubeconfigAsync(other));
        var clients = new ObjectClients(Stop);
        var made = 0;
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(i => Task.Run(() => clients.RunAsync(
            $"{(char)('a' + i)}",
            i % 2 == 0 ? [first.Client, second.Client] : [second.Client, first.Client],
            Calls,
            _ =>
            {
                if (Interlocked.Increment(ref made) == Clients * Calls / 3)
                {
                    doomed.Kill();
                }
            }))));
        other.StandardInput.Close();
        await other.WaitForExitAsync(Stop);
        await doomed.WaitForExitAsync(Stop);
        Check(clients, Clients * Calls / 2);
    }

    private static void Check(ObjectClients clients, int atLeast)
    {
        var history = clients.History;
        Assert.True(history.Count(o => !o.IsOpen) >= atLeast, $"only {history.Count(o => !o.IsOpen)} calls were answered: {history.FirstOrDefault(o => o.IsOpen)?.Text}");
        Assert.True(history.Count(o => o.Text.EndsWith("done", StringComparison.Ordinal)) > 20);
        Assert.Null(HistoryCheck.FindFault(history, ObjectClients.Initial));
    }

    private static async Task<string> KubeconfigAsync(Process process) =>
        Encoding.UTF8.GetString(Convert.FromBase64String((await process.StandardOutput.ReadLineAsync(Stop))!));

    private sealed class Api : IDisposable
    {
        private readonly ClientConnection _connection;

        public Api(string kubeconfig)
        {
            _connection = new ClientConnection(Kubeconfig.Parse(kubeconfig), TimeProvider.System);
            Client = new HttpApiClient(_connection, "test/1", TimeProvider.System);
        }

        public IClient Client { get; }

        public void Dispose()
        {
            (Client as IDisposable)?.Dispose();
            _connection.Dispose();
        }
    }
}
