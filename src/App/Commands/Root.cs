using System.CommandLine;

namespace Slipway.App.Commands;

/// <summary>All commands.</summary>
internal static class Root
{
    /// <summary>Makes the command line.</summary>
    public static RootCommand Create()
    {
        var root = new RootCommand("Slipway: declare Kubernetes clusters in YAML; it creates, scales, repairs, upgrades and deletes them.");
        root.Subcommands.Add(GenerateCommand.Create());
        return root;
    }
}
