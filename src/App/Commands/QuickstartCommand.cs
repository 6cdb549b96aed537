using System.CommandLine;
using Slipway.App.Applying;
using Slipway.App.Composition;
using Slipway.App.Dashboard;
using Slipway.App.Management;
using Slipway.App.Output;
using Slipway.App.Templates;
using Slipway.Machinery.Objects;
using Slipway.Machinery.Yaml;
using Slipway.Runtime;
using Slipway.Runtime.Informers;

namespace Slipway.App.Commands;

/// <summary><c>slipway quickstart</c>: a management plane and a first cluster, from nothing.</summary>
internal static class QuickstartCommand
{
    private const string Name = "quickstart";

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = Shared.Command(
            "quickstart",
            "Start a management plane, make a simulated cluster with one control-plane machine and two workers, and show how it comes up.",
            "quickstart",
            "quickstart --exit");
        var data = new Option<string?>("--data") { Description = "The data directory (default: a fresh one below the temporary folder)", HelpName = "DIR" };
        var exit = new Option<bool>("--exit") { Description = "End as soon as the cluster is available" };
        var level = UpCommand.LogLevelOption();
        command.Options.Add(data);
        command.Options.Add(exit);
        command.Options.Add(level);
        return command.Does(async (result, terminal, cancellation) =>
        {
            var time = TimeProvider.System;
            var began = time.GetTimestamp();
            using var logs = StderrLogs.Factory(terminal.Error, time, UpCommand.Level(result.GetValue(level)));
            var directory = result.GetValue(data) is { } folder ? PlaneDirectory.At(folder) : PlaneDirectory.Fresh();
            await using var plane = await ManagementPlane.StartAsync(new PlaneSettings(directory) { Logs = logs }, time, cancellation);
            terminal.Out.WriteLine($"The management plane is ready after {time.GetElapsedTime(began).TotalMilliseconds:F0} ms at {plane.Address}");
            using var connection = PlaneConnection.Open(directory, null);
            var took = await BringUpAsync(connection, terminal, logs, cancellation);
            var kubeconfig = await WriteKubeconfigAsync(connection, directory, cancellation);
            Explain(terminal, plane, directory, kubeconfig, took);
            if (!result.GetValue(exit))
            {
                await UpCommand.UntilStopped(cancellation);
            }

            return ExitCode.Done;
        });
    }

    private static async Task<TimeSpan> BringUpAsync(
        PlaneConnection connection, Terminal terminal, Microsoft.Extensions.Logging.ILoggerFactory logs, CancellationToken cancellation)
    {
        var time = TimeProvider.System;
        var kinds = await connection.KindsAsync(cancellation);
        var yaml = new ClusterTemplate(Name, "default", GenerateCommand.DefaultVersion, 1, 2).ToYaml();
        var manifests = YamlDocuments.Read(yaml, Name).Select(d => new Manifest(d.Root.AsObject(), $"{d.FileName}:{d.Line}")).ToList();
        var done = await new Applier(connection.Client, kinds, "default").ApplyAsync(manifests, ApplyMode.Write, cancellation);
        var began = time.GetTimestamp();
        terminal.Out.WriteLine($"Applied {done.Count} objects for cluster {Name}: 1 control-plane machine, 2 workers.");
        await using var informers = new InformerCache(connection.Client, new RuntimeOptions { Time = time, Logs = logs });
        var trees = new ClusterWatch(informers, kinds, new ObjectKey("default", Name)).TreesAsync(cancellation);
        await new Progress(terminal, time).UntilAvailableAsync(trees, began);
        return time.GetElapsedTime(began);
    }

    private static async Task<string> WriteKubeconfigAsync(PlaneConnection connection, PlaneDirectory directory, CancellationToken cancellation)
    {
        var file = Path.Combine(directory.Path, Name + ".kubeconfig");
        PlaneDirectory.WriteSecret(file, await WorkloadKubeconfig.ReadAsync(connection.Client, new ObjectKey("default", Name), cancellation));
        return file;
    }

    private static void Explain(Terminal terminal, ManagementPlane plane, PlaneDirectory directory, string kubeconfig, TimeSpan took) =>
        terminal.Out.WriteLine($"""

            Cluster {Name} is available {took.TotalSeconds:F2} s after it was applied.

            Kubeconfig of the management plane:  {plane.Kubeconfig}
            Kubeconfig of the workload cluster:  {kubeconfig}

            Next:
              slipway describe cluster {Name} --data {directory.Path}
              kubectl --kubeconfig {kubeconfig} get nodes
              kubectl --kubeconfig {plane.Kubeconfig} scale machinedeployment {Name}-md-0 --replicas 3
              slipway delete cluster {Name} --data {directory.Path}
            """);
}
