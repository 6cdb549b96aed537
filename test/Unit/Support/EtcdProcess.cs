using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Slipway.Store.Opening;

namespace Slipway.Unit.Support;

/// <summary>A real etcd of one member on loopback, over a directory of its own that goes with it. One for each class that asks for it.</summary>
public sealed class EtcdProcess : IAsyncLifetime
{
    private const string Program = "/usr/bin/etcd";

    // In memory where there is such a directory: these tests want etcd's answers, not its disk.
    private readonly string _folder = Directory.Exists("/dev/shm")
        ? Directory.CreateDirectory($"/dev/shm/slipway-etcd-{Environment.ProcessId}-{Interlocked.Increment(ref _count)}").FullName
        : Directory.CreateTempSubdirectory("slipway-etcd-").FullName;

    private static int _count;
    private readonly int _port = FreePort();
    private readonly int _peerPort = FreePort();
    private Process? _process;

    /// <summary>Where it answers.</summary>
    public string Endpoint => $"http://127.0.0.1:{_port}";

    /// <summary>Its address as a store's, or the end of the test where there is no etcd.</summary>
    /// <param name="prefix">What all keys begin with.</param>
    public string Url(string prefix = "")
    {
        Assert.SkipUnless(File.Exists(Program), "There is no /usr/bin/etcd (Debian: apt-get install etcd-server)");
        return $"etcd:{Endpoint}" + (prefix.Length > 0 ? $"?prefix={prefix}" : "");
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (File.Exists(Program))
        {
            Start();

            // It answers when this returns.
            await (await StoreUrl.OpenAsync($"etcd:{Endpoint}", CancellationToken.None)).DisposeAsync();
        }
    }

    /// <summary>Starts it over what it has on disk.</summary>
    public void Start()
    {
        var start = new ProcessStartInfo(Program)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            ArgumentList =
            {
                "--name=one", $"--data-dir={Path.Combine(_folder, "data")}", "--log-level=error",
                $"--listen-client-urls={Endpoint}", $"--advertise-client-urls={Endpoint}",
                $"--listen-peer-urls=http://127.0.0.1:{_peerPort}", $"--initial-advertise-peer-urls=http://127.0.0.1:{_peerPort}",
                $"--initial-cluster=one=http://127.0.0.1:{_peerPort}", "--heartbeat-interval=20", "--election-timeout=200",
            },
        };
        _process = Process.Start(start)!;
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    /// <summary>Throws away what it has on disk, after it was killed.</summary>
    public void Forget() => Directory.Delete(Path.Combine(_folder, "data"), recursive: true);

    /// <summary>Kills it.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
