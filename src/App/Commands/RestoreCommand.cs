using System.CommandLine;
using Slipway.App.Management;
using Slipway.App.Output;
using Slipway.Server;

namespace Slipway.App.Commands;

/// <summary><c>slipway restore</c>: makes the store of a management plane of a copy.</summary>
internal static class RestoreCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = Shared.Command(
            "restore",
            "Make the store of a management plane of a copy that 'slipway backup' wrote. There must be no store yet: move an old one\n"
                + "away. Resource versions go on far above the old ones, so that clients list anew instead of missing changes.",
            "restore /backups/monday.db",
            "restore --data ./plane monday.db");
        var file = new Argument<string>("FILE") { Description = "The copy" };
        var data = Shared.Data();
        var store = BackupCommand.StoreOption();
        command.Arguments.Add(file);
        command.Options.Add(data);
        command.Options.Add(store);
        return command.Does(async (result, terminal, cancellation) =>
        {
            PlaneDirectory.At(result.GetValue(data)).Create();
            var url = BackupCommand.Store(result.GetValue(store), result.GetValue(data));
            if (await StoreCopies.RestoreAsync(result.GetRequiredValue(file), url, cancellation) is { } fault)
            {
                throw new CommandException(ExitCode.Failed, fault);
            }

            terminal.Out.WriteLine($"{url} is restored; 'slipway up' serves it");
            return ExitCode.Done;
        });
    }
}
