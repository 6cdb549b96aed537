using System.CommandLine;
using Slipway.App.Dashboard;
using Slipway.App.Output;
using Slipway.Machinery.Objects;

namespace Slipway.App.Commands;

/// <summary><c>slipway describe cluster NAME</c>: the cluster as a tree with its conditions.</summary>
internal static class DescribeCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var describe = new Command("describe", "Show how something is, and why");
        describe.Subcommands.Add(Cluster());
        return describe;
    }

    private static Command Cluster()
    {
        var command = Shared.Command(
            "cluster",
            "Show a cluster as a tree: control plane, deployments, machines, what state they are in and what they wait for.",
            "describe cluster demo",
            "describe cluster demo --show-conditions all",
            "describe cluster demo -o json");
        var name = new Argument<string>("NAME") { Description = "The Cluster" };
        var show = new Option<string>("--show-conditions") { Description = "Which conditions: main or all", HelpName = "WHICH", DefaultValueFactory = _ => "main" };
        show.AcceptOnlyFromAmong("main", "all");
        var @namespace = Shared.Namespace();
        var output = Shared.Output("json", "yaml");
        command.Arguments.Add(name);
        command.Options.Add(show);
        command.Options.Add(@namespace);
        command.Options.Add(output);
        var plane = new PlaneOptions(command);
        return command.Does(async (result, terminal, cancellation) =>
        {
            using var connection = plane.Open(result);
            var key = new ObjectKey(result.GetRequiredValue(@namespace), result.GetRequiredValue(name));
            var tree = await ClusterObjects.TreeAsync(connection.Client, await connection.KindsAsync(cancellation), key, cancellation)
                ?? throw new CommandException(ExitCode.Failed, $"There is no Cluster {key}.");
            if (Shared.Format(result.GetValue(output)) is (OutputFormat.Json or OutputFormat.Yaml) and var format)
            {
                Printer.Write(terminal, TreeJson.Of(tree), format);
                return ExitCode.Done;
            }

            var choice = result.GetValue(show) == "all" ? ConditionChoice.All : ConditionChoice.Main;
            foreach (var line in TreeText.Lines(tree, TimeProvider.System.GetUtcNow(), choice))
            {
                terminal.Out.WriteLine(line);
            }

            return ExitCode.Done;
        });
    }
}
