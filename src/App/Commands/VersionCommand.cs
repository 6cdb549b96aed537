using System.CommandLine;
using System.Text.Json.Nodes;
using Slipway.App.Management;
using Slipway.App.Output;

namespace Slipway.App.Commands;

/// <summary><c>slipway version</c>.</summary>
internal static class VersionCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = Shared.Command("version", "Show which Slipway this is.", "version", "version -o json");
        var output = Shared.Output("json", "yaml");
        command.Options.Add(output);
        return command.Does((result, terminal, _) =>
        {
            var format = Shared.Format(result.GetValue(output));
            if (format == OutputFormat.Text)
            {
                terminal.Out.WriteLine($"slipway {ProgramVersion.Full} (Cluster API v1.14: v1beta1, v1beta2)");
            }
            else
            {
                Printer.Write(terminal, new JsonObject { ["version"] = ProgramVersion.Full, ["clusterApi"] = "v1.14", ["apiVersions"] = new JsonArray("v1beta1", "v1beta2") }, format);
            }

            return Task.FromResult(ExitCode.Done);
        });
    }
}
