using System.CommandLine;
using Microsoft.Extensions.Logging;
using Slipway.App.Composition;
using Slipway.App.Management;
using Slipway.App.Output;

namespace Slipway.App.Commands;

/// <summary><c>slipway up</c>: runs the management plane until it is told to stop.</summary>
internal static class UpCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = Shared.Command(
            "up",
            "Run the management plane in this process: the API server, its store, the controllers and the providers. Ctrl-C ends it.",
            "up",
            "up --data ./plane --port 6443",
            "up --store memory: --simulate");
        var data = Shared.Data();
        var store = new Option<string?>("--store") { Description = "Where objects are kept: sqlite:PATH, etcd:http://HOST:PORT or memory: (default: slipway.db in the data directory)", HelpName = "URL" };
        var port = new Option<int>("--port") { Description = "The port on 127.0.0.1 (default: the one it had before, or any)", HelpName = "N" };
        var simulate = new Option<bool>("--simulate") { Description = "Play the machines of the Docker provider in memory: no engine is needed" };
        var level = LogLevelOption();
        foreach (var option in (Option[])[data, store, port, simulate, level])
        {
            command.Options.Add(option);
        }

        var security = new SecurityOptions(command);

        return command.Does(async (result, terminal, cancellation) =>
        {
            var began = TimeProvider.System.GetTimestamp();
            using var logs = StderrLogs.Factory(terminal.Error, TimeProvider.System, Level(result.GetValue(level)));
            var settings = new PlaneSettings(PlaneDirectory.At(result.GetValue(data)))
            {
                Store = result.GetValue(store),
                Port = Port(result.GetValue(port)),
                Simulate = result.GetValue(simulate),
                Security = security.Read(result),
                Logs = logs,
            };
            await using var plane = await ManagementPlane.StartAsync(settings, TimeProvider.System, cancellation);
            terminal.Out.WriteLine($"The management plane is ready after {TimeProvider.System.GetElapsedTime(began).TotalMilliseconds:F0} ms at {plane.Address}");
            terminal.Out.WriteLine($"kubeconfig: {plane.Kubeconfig}");
            terminal.Out.WriteLine($"store: {plane.Store}");
            terminal.Out.Flush();
            await UntilStopped(cancellation);
            terminal.Out.WriteLine("Stopping.");
            return ExitCode.Done;
        });
    }

    /// <summary>Makes <c>--log-level</c>.</summary>
    public static Option<string> LogLevelOption()
    {
        var option = new Option<string>("--log-level")
        {
            Description = "The least level that is logged to standard error: debug, info, warn, error",
            HelpName = "LEVEL",
            DefaultValueFactory = _ => "warn",
        };
        option.AcceptOnlyFromAmong("debug", "info", "warn", "error");
        return option;
    }

    /// <summary>Reads <see cref="LogLevelOption"/>.</summary>
    /// <param name="value">The option's value.</param>
    public static LogLevel Level(string? value) => value switch
    {
        "debug" => LogLevel.Debug,
        "info" => LogLevel.Information,
        "error" => LogLevel.Error,
        _ => LogLevel.Warning,
    };

    /// <summary>Waits for Ctrl-C or SIGTERM.</summary>
    /// <param name="cancellation">Says so.</param>
    public static async Task UntilStopped(CancellationToken cancellation)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellation.Register(stopped.SetResult);
        await stopped.Task;
    }

    private static int Port(int port) => port is >= 0 and <= 65535
        ? port
        : throw new CommandException(ExitCode.Usage, $"--port {port} is not between 0 and 65535.");
}
