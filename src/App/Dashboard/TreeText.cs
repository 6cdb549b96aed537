using Slipway.App.Output;
using Slipway.Machinery.Objects;

namespace Slipway.App.Dashboard;

/// <summary>Writes a tree as lines of plain text.</summary>
internal static class TreeText
{
    private const string Gap = "  ";

    /// <summary>The tree as a table whose first column is the tree.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="now">The time that ages are counted to.</param>
    /// <param name="everyCondition">Also a line for each further condition that is not as it should be, or for all of them.</param>
    public static IReadOnlyList<string> Lines(TreeNode root, DateTimeOffset now, ConditionChoice everyCondition)
    {
        var rows = new List<string[]> { (string[])["NAME", "REPLICAS", "STATUS", "REASON", "SINCE", "VERSION", "MESSAGE"] };
        Add(rows, root, "", "", now, everyCondition);
        var widths = Enumerable.Range(0, rows[0].Length - 1).Select(i => rows.Max(r => r[i].Length)).ToArray();
        return [.. rows.Select(r => string.Concat(r.Select((cell, i) => i < widths.Length ? cell.PadRight(widths[i]) + Gap : cell)).TrimEnd())];
    }

    /// <summary>What the status column says: <c>Available</c>, <c>Not available</c>, <c>Deleting</c>...</summary>
    /// <param name="node">The object.</param>
    public static string Status(TreeNode node) => node switch
    {
        { Deleting: true } => "Deleting",
        { Main: null } => node.Phase,
        { Main.Status: "True" } => node.Main.Type,
        { Main.Status: "False" } => "Not " + Lower(node.Main.Type),
        _ => "Unknown",
    };

    private static void Add(List<string[]> rows, TreeNode node, string prefix, string childPrefix, DateTimeOffset now, ConditionChoice choice)
    {
        var main = node.Main;
        rows.Add([prefix + node.Title, node.Replicas, Status(node), Reason(main), main is null ? "" : AgeText.Of(now - main.LastTransitionTime), node.Version, FirstLine(main)]);
        var shown = node.Conditions.Where(c => Chosen(c, main, choice)).ToList();
        var stem = childPrefix + (node.Children.Count > 0 ? "│ " : "  ");
        foreach (var condition in shown)
        {
            rows.Add([stem + condition.Type, "", condition.Status, condition.Reason, AgeText.Of(now - condition.LastTransitionTime), "", FirstLine(condition)]);
        }

        for (var i = 0; i < node.Children.Count; i++)
        {
            var last = i == node.Children.Count - 1;
            Add(rows, node.Children[i], childPrefix + (last ? "└─" : "├─"), childPrefix + (last ? "  " : "│ "), now, choice);
        }
    }

    private static bool Chosen(Condition condition, Condition? main, ConditionChoice choice) => choice switch
    {
        ConditionChoice.All => condition != main,
        _ => false,
    };

    private static string Reason(Condition? condition) => condition is null or { Status: "True" } ? "" : condition.Reason;

    private static string FirstLine(Condition? condition)
    {
        if (condition is null or { Status: "True" } || condition.Message.Length == 0)
        {
            return "";
        }

        var lines = condition.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length switch
        {
            0 => "",
            1 => lines[0],
            _ => $"{lines[0]} (+{lines.Length - 1} more)",
        };
    }

    private static string Lower(string word) => char.ToLowerInvariant(word[0]) + word[1..];
}
