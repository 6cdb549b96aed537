using System.CommandLine;
using System.Text.Json.Nodes;
using Slipway.App.Management;
using Slipway.App.Output;
using Slipway.Machinery.Objects;

namespace Slipway.App.Commands;

/// <summary><c>slipway get</c>: objects as tables, JSON or YAML; and the kubeconfig of a workload cluster.</summary>
internal static class GetCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = Shared.Command(
            "get",
            "Show objects of a kind.",
            "get clusters -A",
            "get machine demo-md-0-x7k2p-q9d4z -o yaml",
            "get kubeconfig demo > demo.kubeconfig");
        var kind = new Argument<string>("KIND") { Description = "A kind: plural, singular or short name, for example machines, ma" };
        var name = new Argument<string?>("NAME") { Description = "One object", Arity = ArgumentArity.ZeroOrOne };
        var @namespace = Shared.Namespace();
        var all = new Option<bool>("--all-namespaces", "-A") { Description = "Objects of all namespaces" };
        var selector = new Option<string?>("--selector", "-l") { Description = "Only objects with these labels, for example a=b,c!=d", HelpName = "SELECTOR" };
        var output = Shared.Output("wide", "name", "json", "yaml");
        command.Arguments.Add(kind);
        command.Arguments.Add(name);
        foreach (var option in (Option[])[@namespace, all, selector, output])
        {
            command.Options.Add(option);
        }

        var plane = new PlaneOptions(command);
        command.Subcommands.Add(Kubeconfig());
        return command.Does(async (result, terminal, cancellation) =>
        {
            using var connection = plane.Open(result);
            var type = (await connection.KindsAsync(cancellation)).Resolve(result.GetRequiredValue(kind));
            var everywhere = result.GetValue(all);
            var space = type.Namespaced && !everywhere ? result.GetRequiredValue(@namespace) : "";
            var path = type.Path(space, result.GetValue(name) ?? "")
                + (result.GetValue(selector) is { } labels ? "?labelSelector=" + Uri.EscapeDataString(labels) : "");
            var format = Shared.Format(result.GetValue(output));
            var accept = format is OutputFormat.Text or OutputFormat.Wide ? ServerTable.Accept : "application/json";
            var answer = JsonNode.Parse((await connection.Client.GetPathAsync(path, accept, cancellation)).Span)!;
            Show(terminal, answer, format, type.Namespaced && everywhere, space);
            return ExitCode.Done;
        });
    }

    private static void Show(Terminal terminal, JsonNode answer, OutputFormat format, bool withNamespace, string space)
    {
        if (format is OutputFormat.Json or OutputFormat.Yaml)
        {
            Printer.Write(terminal, answer, format);
        }
        else if (format == OutputFormat.Name)
        {
            foreach (var item in answer["items"]?.AsArray() ?? new JsonArray(answer.DeepClone()))
            {
                terminal.Out.WriteLine(item!["metadata"]!["name"]!.GetValue<string>());
            }
        }
        else if (answer["rows"]!.AsArray().Count == 0)
        {
            terminal.Error.WriteLine(space.Length > 0 ? $"There are none in namespace {space}." : "There are none.");
        }
        else
        {
            Printer.Write(terminal, ServerTable.Rows(answer, format, withNamespace, TimeProvider.System.GetUtcNow()));
        }
    }

    private static Command Kubeconfig()
    {
        var command = Shared.Command(
            "kubeconfig",
            "Write the kubeconfig of a workload cluster to standard output. It holds secrets.",
            "get kubeconfig demo > demo.kubeconfig");
        var name = new Argument<string>("NAME") { Description = "The Cluster" };
        var @namespace = Shared.Namespace();
        command.Arguments.Add(name);
        command.Options.Add(@namespace);
        var plane = new PlaneOptions(command);
        return command.Does(async (result, terminal, cancellation) =>
        {
            using var connection = plane.Open(result);
            var key = new ObjectKey(result.GetRequiredValue(@namespace), result.GetRequiredValue(name));
            terminal.Out.Write(await WorkloadKubeconfig.ReadAsync(connection.Client, key, cancellation));
            return ExitCode.Done;
        });
    }
}
