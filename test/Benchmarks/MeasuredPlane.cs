using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Slipway.EndToEnd.Support;

namespace Slipway.Benchmarks;

/// <summary>A running <c>slipway up</c> in a fresh directory, with its clock and its counters.</summary>
internal sealed class MeasuredPlane : IAsyncDisposable
{
    private const double TicksPerSecond = 100;
    private const int UserTime = 11;
    private const int SystemTime = 12;
    private readonly Process _process;
    private readonly string _program;
    private readonly string _folder;
    private readonly Task _draining;
    private bool _handedOver;

    private MeasuredPlane(Process process, string program, string folder, TimeSpan ready)
    {
        _process = process;
        _program = program;
        _folder = folder;
        Ready = ready;
        Api = KubernetesApi.Of(Path.Combine(folder, "plane", "kubeconfig"));
        _draining = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    /// <summary>From the start of the process until <c>/readyz</c> answered 200.</summary>
    public TimeSpan Ready { get; }

    /// <summary>Its API.</summary>
    public KubernetesApi Api { get; }

    /// <summary>CPU time used so far, in seconds.</summary>
    public double CpuSeconds
    {
        get
        {
            // The name in parentheses may hold spaces; what follows does not.
            var stat = File.ReadAllText($"/proc/{_process.Id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (Number(fields[UserTime]) + Number(fields[SystemTime])) / TicksPerSecond;
        }
    }

    /// <summary>Memory in use now, in MiB.</summary>
    public double ResidentMiB => Memory("VmRSS:");

    /// <summary>The most memory that was ever in use, in MiB.</summary>
    public double PeakMiB => Memory("VmHWM:");

    /// <summary>Its kubeconfig's path.</summary>
    public string Kubeconfig => Path.Combine(_folder, "plane", "kubeconfig");

    /// <summary>Starts it.</summary>
    /// <param name="program">The program.</param>
    public static Task<MeasuredPlane> StartAsync(string program) => StartAsync(program, Directory.CreateTempSubdirectory("slipway-bench-").FullName);

    /// <summary>Kills it and starts it again over the same directory.</summary>
    /// <returns>The new one; this one may no longer be used.</returns>
    public async Task<MeasuredPlane> RestartAsync()
    {
        _handedOver = true;
        await DisposeAsync();
        return await StartAsync(_program, _folder);
    }

    /// <summary>Runs a command of the program to its end.</summary>
    /// <param name="input">What it reads.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>What it wrote.</returns>
    public async Task<string> RunAsync(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo(_program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["SLIPWAY_DATA"] = Path.Combine(_folder, "plane");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"slipway {string.Join(' ', arguments)} ended with {process.ExitCode}: {await output}");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        await _draining;
        _process.Dispose();
        if (!_handedOver)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static async Task<MeasuredPlane> StartAsync(string program, string folder)
    {
        var port = FreePort();
        using var insecure = new HttpClient(new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = static (_, _, _, _) => true } });
        var readyz = new Uri($"https://127.0.0.1:{port}/readyz");
        var begin = TimeProvider.System.GetTimestamp();
        var process = Process.Start(new ProcessStartInfo(program, ["up", "--data", Path.Combine(folder, "plane"), "--port", $"{port}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.Contains("kubeconfig:", StringComparison.Ordinal))
            {
                continue;
            }

            using var answer = await insecure.GetAsync(readyz);
            answer.EnsureSuccessStatusCode();
            return new MeasuredPlane(process, program, folder, TimeProvider.System.GetElapsedTime(begin));
        }

        throw new InvalidOperationException($"{program} ended before it was ready: {await process.StandardError.ReadToEndAsync()}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private double Memory(string field)
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith(field, StringComparison.Ordinal));
        return Number(line[field.Length..].Trim().Split(' ')[0]) / 1024;
    }
}
