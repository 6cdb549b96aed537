using System.CommandLine;

namespace Slipway.App.Commands;

/// <summary>All commands.</summary>
internal static class Root
{
    /// <summary>Makes the command line.</summary>
    public static RootCommand Create()
    {
        var root = new RootCommand("Slipway: declare Kubernetes clusters in YAML; it creates, scales, repairs, upgrades and deletes them.");
        foreach (var command in (Command[])
        [
            QuickstartCommand.Create(), UpCommand.Create(), GenerateCommand.Create(), ApplyCommand.Create(), GetCommand.Create(),
            DescribeCommand.Create(), DeleteCommand.Create(), CrdsCommand.Create(), VersionCommand.Create(),
        ])
        {
            root.Subcommands.Add(command);
        }

        return root;
    }
}
