using System.CommandLine;
using System.Text.Json.Nodes;
using Slipway.Api.Crds;
using Slipway.App.Output;
using Slipway.Machinery.Yaml;

namespace Slipway.App.Commands;

/// <summary><c>slipway crds</c>: all CustomResourceDefinitions.</summary>
internal static class CrdsCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = Shared.Command("crds", "Write all CustomResourceDefinitions as YAML.", "crds > crds.yaml", "crds -o json");
        var output = Shared.Output("json", "yaml");
        command.Options.Add(output);
        return command.Does((result, terminal, _) =>
        {
            var definitions = CrdCatalog.All.Select(d => JsonNode.Parse(d.Utf8)!).ToList();
            if (Shared.Format(result.GetValue(output)) == OutputFormat.Json)
            {
                Printer.Write(terminal, new JsonArray([.. definitions]), OutputFormat.Json);
            }
            else
            {
                foreach (var definition in definitions)
                {
                    terminal.Out.WriteLine("---");
                    terminal.Out.Write(YamlWriter.Write(definition));
                }
            }

            return Task.FromResult(ExitCode.Done);
        });
    }
}
