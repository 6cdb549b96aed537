using System.CommandLine;
using System.Text.RegularExpressions;
using Slipway.App.Output;
using Slipway.App.Templates;

namespace Slipway.App.Commands;

/// <summary><c>slipway generate cluster NAME</c>: the YAML of a cluster, to look at, change and apply.</summary>
internal static partial class GenerateCommand
{
    /// <summary>The Kubernetes version of clusters where none is named.</summary>
    public const string DefaultVersion = "v1.36.2";

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var generate = new Command("generate", "Write YAML to standard output");
        generate.Subcommands.Add(Cluster());
        return generate;
    }

    private static Command Cluster()
    {
        var command = Shared.Command(
            "cluster",
            "Write the YAML of a cluster to standard output.",
            "generate cluster demo --infrastructure in-memory > demo.yaml",
            "generate cluster capi-quickstart --flavor development --infrastructure docker --kubernetes-version v1.22.2 --control-plane-machine-count 1 --worker-machine-count 1");
        var name = new Argument<string>("NAME") { Description = "The cluster's name" };
        var version = new Option<string>("--kubernetes-version") { Description = "The Kubernetes version", HelpName = "VERSION", DefaultValueFactory = _ => DefaultVersion };
        var controlPlane = new Option<int>("--control-plane-machine-count") { Description = "Machines of the control plane: an odd number", HelpName = "N", DefaultValueFactory = _ => 1 };
        var workers = new Option<int>("--worker-machine-count") { Description = "Worker machines", HelpName = "N", DefaultValueFactory = _ => 0 };
        var infrastructure = new Option<string>("--infrastructure", "-i") { Description = "Where machines come from: in-memory or docker", HelpName = "PROVIDER", DefaultValueFactory = _ => ClusterTemplate.Docker };
        infrastructure.AcceptOnlyFromAmong(ClusterTemplate.InMemory, ClusterTemplate.Docker);
        var flavor = new Option<string>("--flavor", "-f") { Description = "A variant: development", HelpName = "FLAVOR", DefaultValueFactory = _ => "" };
        flavor.AcceptOnlyFromAmong("", ClusterTemplate.Development);
        var @namespace = Shared.Namespace();
        command.Arguments.Add(name);
        foreach (var option in (Option[])[version, controlPlane, workers, infrastructure, flavor, @namespace])
        {
            command.Options.Add(option);
        }

        return command.Does((result, terminal, _) =>
        {
            var template = new ClusterTemplate(
                result.GetRequiredValue(name),
                result.GetRequiredValue(@namespace),
                result.GetRequiredValue(version),
                result.GetRequiredValue(controlPlane),
                result.GetRequiredValue(workers))
            {
                Infrastructure = result.GetRequiredValue(infrastructure),
                Flavor = result.GetRequiredValue(flavor),
            };
            Check(template);
            terminal.Out.Write(template.ToYaml());
            return Task.FromResult(ExitCode.Done);
        });
    }

    /// <summary>Refuses what the API would refuse later.</summary>
    /// <param name="t">What is wanted.</param>
    /// <exception cref="CommandException">A value is not usable; the message names the option.</exception>
    public static void Check(ClusterTemplate t)
    {
        Require(Label().IsMatch(t.Name) && t.Name.Length <= 63, $"NAME '{t.Name}' must be lower-case letters, digits and '-', beginning with a letter and at most 63 characters long.");
        Require(Label().IsMatch(t.Namespace), $"--namespace '{t.Namespace}' must be lower-case letters, digits and '-'.");
        Require(Version().IsMatch(t.KubernetesVersion), $"--kubernetes-version '{t.KubernetesVersion}' must be a full version that begins with 'v', such as {DefaultVersion}.");
        Require(t.ControlPlaneMachines >= 1 && t.ControlPlaneMachines % 2 == 1, $"--control-plane-machine-count {t.ControlPlaneMachines} must be an odd number: etcd keeps its majority only then.");
        Require(t.WorkerMachines >= 0, $"--worker-machine-count {t.WorkerMachines} must not be negative.");
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new CommandException(ExitCode.Usage, message);
        }
    }

    [GeneratedRegex("^[a-z]([-a-z0-9]*[a-z0-9])?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Label();

    [GeneratedRegex(@"^v(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)([-+][-+0-9A-Za-z.]+)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Version();
}
