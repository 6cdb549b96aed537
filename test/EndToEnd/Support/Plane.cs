using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Slipway.EndToEnd.Support;

/// <summary>A running <c>slipway up</c> with a data directory of its own.</summary>
internal sealed class Plane : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);
    private readonly Process _process;
    private readonly Transcript _transcript;
    private readonly bool _ownsFolder;
    private KubernetesApi? _api;

    private Plane(Process process, string folder, int port, bool ownsFolder)
    {
        _process = process;
        _transcript = new Transcript(process);
        _ownsFolder = ownsFolder;
        Folder = folder;
        Port = port;
        Home = Directory.CreateDirectory(Path.Combine(folder, "home")).FullName;
    }

    /// <summary>A folder of this plane's test; the data directory and kubectl's home are below it.</summary>
    public string Folder { get; }

    /// <summary>Its data directory.</summary>
    public string DataDirectory => DataOf(Folder);

    /// <summary>Its port.</summary>
    public int Port { get; }

    /// <summary>A home folder for kubectl.</summary>
    public string Home { get; }

    /// <summary>Its kubeconfig.</summary>
    public string Kubeconfig => Path.Combine(DataDirectory, "kubeconfig");

    /// <summary>Its API.</summary>
    public KubernetesApi Api => _api ??= KubernetesApi.Of(Kubeconfig);

    /// <summary>kubectl against it.</summary>
    public Kubectl Kubectl => new(Kubeconfig, Home);

    /// <summary>Everything it wrote.</summary>
    public string Output => _transcript.Text;

    /// <summary>Starts it and waits for the line that says it is ready.</summary>
    /// <param name="options">How.</param>
    public static async Task<Plane> StartAsync(PlaneOptions options)
    {
        var folder = options.Folder ?? Directory.CreateTempSubdirectory("slipway-e2e-").FullName;
        var port = options.Port == 0 ? FreePort() : options.Port;
        var process = new Execution(Checkout.Program, ["up", "--data", DataOf(folder), "--port", $"{port}", .. options.Arguments])
        {
            Environment = new Dictionary<string, string?> { ["DOCKER_HOST"] = options.DockerHost, ["SLIPWAY_DATA"] = null },
        }.Start();
        var plane = new Plane(process, folder, port, ownsFolder: options.Folder is null);
        try
        {
            var ready = await plane._transcript.LineAsync(l => l.Contains("kubeconfig:", StringComparison.Ordinal), "The management plane is ready", StartLimit);
            Assert.Contains(plane.Kubeconfig, ready, StringComparison.Ordinal);
            return plane;
        }
        catch
        {
            await plane.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a command of the program against this plane.</summary>
    /// <param name="arguments">Its arguments; the data directory is told by the environment.</param>
    public Task<Finished> SlipwayAsync(params string[] arguments) => SlipwayWithInputAsync("", arguments);

    /// <summary>Runs a command of the program against this plane with something to read.</summary>
    /// <param name="input">What it reads.</param>
    /// <param name="arguments">Its arguments; the data directory is told by the environment.</param>
    public Task<Finished> SlipwayWithInputAsync(string input, params string[] arguments) =>
        new Execution(Checkout.Program, arguments)
        {
            Environment = new Dictionary<string, string?> { ["SLIPWAY_DATA"] = DataDirectory, ["KUBECONFIG"] = null },
            Input = input,
        }.ToEndAsync();

    /// <summary>Writes a workload cluster's kubeconfig to a file.</summary>
    /// <param name="cluster">The cluster's name.</param>
    /// <param name="namespace">Its namespace.</param>
    /// <returns>The file's path.</returns>
    public async Task<string> WorkloadKubeconfigAsync(string cluster, string @namespace = "default")
    {
        var path = Path.Combine(Folder, $"{@namespace}-{cluster}.kubeconfig");
        await File.WriteAllTextAsync(path, (await SlipwayAsync("get", "kubeconfig", cluster, "-n", @namespace)).Succeeded());
        return path;
    }

    /// <summary>Kills it as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await EndAsync();
    }

    /// <summary>Asks it to stop, as a service manager would, and returns its exit code.</summary>
    public async Task<int> StopAsync()
    {
        (await new Execution("/bin/sh", ["-c", "kill -TERM \"$0\"", $"{_process.Id}"]).ToEndAsync()).Succeeded();
        await EndAsync();
        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _api?.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            await EndAsync();
        }

        _process.Dispose();
        if (_ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    /// <summary>A loopback port that was free a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Whether somebody listens on a loopback port.</summary>
    /// <param name="port">The port.</param>
    public static async Task<bool> AnswersAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string DataOf(string folder) => Path.Combine(folder, "plane");

    private async Task EndAsync()
    {
        using var limit = new CancellationTokenSource(StopLimit, TimeProvider.System);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"The management plane did not end within {StopLimit.TotalSeconds} s. Its output:\n{_transcript.Tail(60)}");
        }
    }
}
