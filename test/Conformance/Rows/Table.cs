using System.Text;

namespace Slipway.Conformance.Rows;

/// <summary>The table of docs/conformance.md: made of the rows and of what their tests found.</summary>
internal static class Table
{
    /// <summary>The command that writes the table anew.</summary>
    public const string Renewal = "SLIPWAY_WRITE_CONFORMANCE=1 dotnet run --project test/Conformance";

    private static readonly (string Prefix, string Title)[] Sections =
    [
        ("T", "Transport and paths"), ("D", "Discovery"), ("O", "OpenAPI"), ("N", "Content types"), ("L", "Get, list and paging"),
        ("W", "Watch"), ("C", "Writes"), ("P", "Patches and server-side apply"), ("G", "Deletion"), ("S", "Subresources"),
        ("X", "CustomResourceDefinitions"), ("K", "Built-in kinds"), ("A", "Admission"), ("U", "Users and rights"),
        ("Q", "Limits and operations"), ("E", "Exact words"), ("Z", "kubectl and the official C# client"),
    ];

    /// <summary>The file's path.</summary>
    public static string File { get; } = Path.Combine(Root(), "docs", "conformance.md");

    /// <summary>Writes the text of the table.</summary>
    /// <param name="outcomes">What all tests found.</param>
    /// <param name="before">The table as it was: rows whose tests could not run here keep their line.</param>
    public static string Write(IReadOnlyList<Outcome> outcomes, string before)
    {
        var text = new StringBuilder("""
            # What a Kubernetes client finds here

            One row for each thing that clients of a Kubernetes API server rely on, and what our own tests of it found: tests in
            `test/Conformance`, over HTTPS on loopback, as a client sees it. This file is written by the tests:


            """);
        text.Append("```sh\n").Append(Renewal).Append("\n```\n\n");
        text.Append("*passed*: all tests of the row pass. *failed*: a test of it is known to fail; it says why. *not done*: no test of ours.\n");
        var byRow = outcomes.SelectMany(o => o.Rows.Select(r => (Row: r, Outcome: o))).ToLookup(p => p.Row, p => p.Outcome);
        var kept = before.Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)).ToLookup(l => l.Split('|')[1].Trim());
        var lines = RowList.All.Select(row => (row.Id, Line: Line(row, [.. byRow[row.Id]], kept[row.Id].FirstOrDefault()))).ToList();
        text.Append('\n').Append(Count(lines.Select(l => l.Line))).Append('\n');
        foreach (var (prefix, title) in Sections)
        {
            text.Append("\n## ").Append(title).Append("\n\n| row | | requirement | state | tests |\n|---|---|---|---|---|\n");
            foreach (var (_, line) in lines.Where(l => l.Id.StartsWith(prefix, StringComparison.Ordinal)))
            {
                text.Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Line(Row row, IReadOnlyList<Outcome> outcomes, string? before)
    {
        if (before is not null && outcomes.Any(o => o.Skipped is not null))
        {
            return before;
        }

        var tests = string.Join("<br>", outcomes.Select(o => o.Test).Order(StringComparer.Ordinal).Select(t => $"`{t}`"));
        return $"| {row.Id} | {row.Need.ToString().ToLowerInvariant()} | {row.Words} | {State(outcomes)} | {tests} |";
    }

    private static string State(IReadOnlyList<Outcome> outcomes)
    {
        if (outcomes.Count == 0)
        {
            return "not done";
        }

        var reasons = outcomes.Where(o => !o.Passed).Select(o => o.Pending.Length > 0 ? o.Pending : "see the test").Distinct().ToList();
        return reasons.Count == 0 ? "passed" : $"failed: {string.Join("; ", reasons)}";
    }

    private static string Count(IEnumerable<string> lines)
    {
        var states = lines.Select(l => (Must: l.Contains("| must |", StringComparison.Ordinal), State: l.Split('|')[4].Trim())).ToList();
        string Of(string state) =>
            $"{states.Count(s => s.State.StartsWith(state, StringComparison.Ordinal))} {state} ({states.Count(s => s.Must && s.State.StartsWith(state, StringComparison.Ordinal))} of them must)";
        return $"{states.Count} rows: {Of("passed")}, {Of("failed")}, {Of("not done")}.";
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "Slipway.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run from a checkout: no Slipway.slnx above " + AppContext.BaseDirectory);
        }

        return folder.FullName;
    }
}
