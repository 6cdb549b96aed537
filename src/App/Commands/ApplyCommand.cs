using System.CommandLine;
using System.Text.Json.Nodes;
using Slipway.App.Applying;
using Slipway.App.Output;

namespace Slipway.App.Commands;

/// <summary><c>slipway apply</c>: all objects are checked first, then written.</summary>
internal static class ApplyCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = Shared.Command(
            "apply",
            "Apply the objects of files. All of them are checked first; if one is refused, none is written.",
            "apply -f cluster.yaml",
            "apply -f clusters/ --dry-run",
            "generate cluster demo -i in-memory | slipway apply -f -");
        var files = new Option<string[]>("--filename", "-f") { Description = "A file, a folder, or - for standard input; may be repeated", HelpName = "FILE|DIR|-", Required = true };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only check" };
        var @namespace = Shared.Namespace();
        var output = Shared.Output("name", "json", "yaml");
        command.Options.Add(files);
        command.Options.Add(dryRun);
        command.Options.Add(@namespace);
        command.Options.Add(output);
        var plane = new PlaneOptions(command);
        return command.Does(async (result, terminal, cancellation) =>
        {
            var manifests = ManifestReader.Read(result.GetRequiredValue(files), Console.In);
            using var connection = plane.Open(result);
            var applier = new Applier(connection.Client, await connection.KindsAsync(cancellation), result.GetRequiredValue(@namespace));
            var mode = result.GetValue(dryRun) ? ApplyMode.CheckOnly : ApplyMode.Write;
            var done = await applier.ApplyAsync(manifests, mode, cancellation);
            Show(terminal, done, Shared.Format(result.GetValue(output)));
            return ExitCode.Done;
        });
    }

    private static void Show(Terminal terminal, IReadOnlyList<Applied> done, OutputFormat format)
    {
        switch (format)
        {
            case OutputFormat.Json or OutputFormat.Yaml:
                Printer.Write(terminal, new JsonArray([.. done.Select(Describe)]), format);
                break;
            default:
                foreach (var applied in done)
                {
                    terminal.Out.WriteLine(format == OutputFormat.Name ? applied.Title : $"{applied.Title} {applied.Result}");
                }

                break;
        }
    }

    private static JsonObject Describe(Applied applied) => new()
    {
        ["apiVersion"] = applied.Type.ApiVersion,
        ["kind"] = applied.Type.Kind,
        ["namespace"] = applied.Namespace,
        ["name"] = applied.Name,
        ["result"] = applied.Result,
    };
}
