using System.CommandLine;
using Slipway.App.Management;
using Slipway.App.Output;
using Slipway.Server;

namespace Slipway.App.Commands;

/// <summary><c>slipway backup</c>: copies the store of a management plane, which may be running.</summary>
internal static class BackupCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = Shared.Command(
            "backup",
            "Copy the store of the management plane into a file, as it is at one moment. The plane may be running. The copy holds\n"
                + "Secrets: only you may read it. 'slipway restore' makes a store of it; the keys in pki/ are files to copy as well.",
            "backup /backups/monday.db",
            "backup --data ./plane monday.db");
        var file = new Argument<string>("FILE") { Description = "The copy; there must be no such file" };
        var data = Shared.Data();
        var store = StoreOption();
        command.Arguments.Add(file);
        command.Options.Add(data);
        command.Options.Add(store);
        return command.Does(async (result, terminal, cancellation) =>
        {
            var copy = result.GetRequiredValue(file);
            var fault = await StoreCopies.BackupAsync(Store(result.GetValue(store), result.GetValue(data)), copy, cancellation);
            if (fault is not null)
            {
                throw new CommandException(ExitCode.Failed, fault);
            }

            terminal.Out.WriteLine($"{copy} is a whole copy: {new FileInfo(copy).Length / 1024} KiB");
            return ExitCode.Done;
        });
    }

    /// <summary>Makes <c>--store</c>.</summary>
    public static Option<string?> StoreOption() => new("--store")
    {
        Description = "The store: sqlite:PATH (default: slipway.db in the data directory)",
        HelpName = "URL",
    };

    /// <summary>The store that a command means.</summary>
    /// <param name="given"><c>--store</c>.</param>
    /// <param name="data"><c>--data</c>.</param>
    public static string Store(string? given, string? data) => given ?? "sqlite:" + PlaneDirectory.At(data).Database;
}
