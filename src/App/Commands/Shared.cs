using System.CommandLine;
using Slipway.App.Output;
using Slipway.Runtime.Clients;
using Slipway.Runtime.Clients.Http;

namespace Slipway.App.Commands;

/// <summary>Options and help texts that several commands share.</summary>
internal static class Shared
{
    /// <summary>Makes <c>--data</c>.</summary>
    public static Option<string?> Data() => new("--data")
    {
        Description = "The management plane's data directory (default: $SLIPWAY_DATA, else ~/.local/share/slipway)",
        HelpName = "DIR",
    };

    /// <summary>Makes <c>--kubeconfig</c>.</summary>
    public static Option<string?> Kubeconfig() => new("--kubeconfig")
    {
        Description = "The kubeconfig of the management plane (default: the one in the data directory)",
        HelpName = "FILE",
    };

    /// <summary>Makes <c>--namespace</c>.</summary>
    public static Option<string> Namespace() => new("--namespace", "-n")
    {
        Description = "The namespace",
        HelpName = "NAMESPACE",
        DefaultValueFactory = _ => "default",
    };

    /// <summary>Makes <c>--output</c> with the formats a command knows.</summary>
    /// <param name="formats">Their names.</param>
    public static Option<string> Output(params string[] formats)
    {
        var option = new Option<string>("--output", "-o")
        {
            Description = $"How to show the result: {string.Join(", ", formats)}",
            HelpName = "FORMAT",
            DefaultValueFactory = _ => "text",
        };
        option.AcceptOnlyFromAmong(["text", .. formats]);
        return option;
    }

    /// <summary>Reads the value of <see cref="Output"/>.</summary>
    /// <param name="value">The option's value.</param>
    public static OutputFormat Format(string? value) => value switch
    {
        "wide" => OutputFormat.Wide,
        "name" => OutputFormat.Name,
        "json" => OutputFormat.Json,
        "yaml" => OutputFormat.Yaml,
        _ => OutputFormat.Text,
    };

    /// <summary>Makes a command whose help shows examples.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="examples">Command lines without the program's name.</param>
    public static Command Command(string name, string description, params string[] examples) =>
        new(name, description + "\n\nExamples:\n" + string.Join('\n', examples.Select(e => "  slipway " + e)));

    /// <summary>Gives a command its work: a <see cref="CommandException"/> becomes a sentence and an exit code.</summary>
    /// <param name="command">The command.</param>
    /// <param name="run">Its work.</param>
    public static Command Does(this Command command, Func<ParseResult, Terminal, CancellationToken, Task<int>> run)
    {
        command.SetAction(async (result, cancellation) =>
        {
            var terminal = Terminal.Console();
            try
            {
                return await run(result, terminal, cancellation);
            }
            catch (CommandException e)
            {
                await terminal.Error.WriteLineAsync("error: " + e.Message);
                return e.ExitCode;
            }
            catch (ServerUnreachableException e)
            {
                await terminal.Error.WriteLineAsync($"error: {e.Message}. Is the management plane running? 'slipway up' starts one.");
                return ExitCode.Unreachable;
            }
            catch (ApiException e)
            {
                await terminal.Error.WriteLineAsync($"error: {e.Message}");
                return ExitCode.Failed;
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return ExitCode.Interrupted;
            }
        });
        return command;
    }
}
