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
            DescribeCommand.Create(), DeleteCommand.Create(), BackupCommand.Create(), RestoreCommand.Create(), CrdsCommand.Create(), VersionCommand.Create(),
        ])
        {
            root.Subcommands.Add(command);
        }

        RefuseUnknownOptions(root);
        return root;
    }

    // Without this an option that does not exist is taken for a name.
    private static void RefuseUnknownOptions(Command command)
    {
        foreach (var argument in command.Arguments)
        {
            argument.Validators.Add(static result =>
            {
                foreach (var word in result.Tokens.Select(t => t.Value).Where(t => t.StartsWith('-') && t != "-"))
                {
                    result.AddError($"There is no option '{word}' here.");
                }
            });
        }

        foreach (var inner in command.Subcommands)
        {
            RefuseUnknownOptions(inner);
        }
    }
}
