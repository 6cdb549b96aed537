using Slipway.App.Output;
using Spectre.Console;

namespace Slipway.App.Dashboard;

/// <summary>Shows a cluster coming up: redrawn in place on a terminal, as lines of what changed elsewhere.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="time">The clock.</param>
internal sealed class Progress(Terminal terminal, TimeProvider time)
{
    /// <summary>Shows trees until one is as it should be.</summary>
    /// <param name="trees">The trees as they come.</param>
    /// <param name="began">The timestamp that times are counted from.</param>
    /// <returns>The tree that is as it should be.</returns>
    public async Task<TreeNode> UntilAvailableAsync(IAsyncEnumerable<TreeNode> trees, long began)
    {
        if (!terminal.Interactive)
        {
            return await LinesAsync(trees, began);
        }

        return await AnsiConsole.Live(new Text("")).StartAsync(async live =>
        {
            await foreach (var tree in trees)
            {
                live.UpdateTarget(Draw(tree, time.GetElapsedTime(began)));
                if (IsAvailable(tree))
                {
                    return tree;
                }
            }

            throw new OperationCanceledException();
        });
    }

    /// <summary>Whether the cluster and everything in it is available and no more is to come.</summary>
    /// <param name="tree">The cluster.</param>
    public static bool IsAvailable(TreeNode tree) =>
        tree.Main is { Type: "Available", Status: "True" } && tree.All().All(n => !n.Deleting && n.Main is null or { Status: "True" });

    private async Task<TreeNode> LinesAsync(IAsyncEnumerable<TreeNode> trees, long began)
    {
        var shown = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var tree in trees)
        {
            foreach (var node in tree.All().Where(n => n.Name.Length > 0))
            {
                var state = $"{TreeText.Status(node)}{(node.Main is { Status: not "True" } main ? $" ({main.Reason})" : "")}";
                if (shown.GetValueOrDefault(node.Title) != state)
                {
                    shown[node.Title] = state;
                    await terminal.Out.WriteLineAsync($"{time.GetElapsedTime(began).TotalSeconds,6:F2} s  {node.Title}: {state}");
                }
            }

            if (IsAvailable(tree))
            {
                return tree;
            }
        }

        throw new OperationCanceledException();
    }

    private Markup Draw(TreeNode tree, TimeSpan elapsed)
    {
        var lines = TreeText.Lines(tree, time.GetUtcNow(), ConditionChoice.Main).Select(Markup.Escape).ToList();
        lines[0] = $"[bold]{lines[0]}[/]";
        return new Markup(string.Join('\n', lines.Append($"[grey]{elapsed.TotalSeconds:F1} s[/]")));
    }
}
