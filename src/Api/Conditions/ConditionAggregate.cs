using Slipway.Machinery.Objects;

namespace Slipway.Api.Conditions;

/// <summary>One condition that sums up the same condition of many objects, for example a MachineSet's MachinesReady.</summary>
public static class ConditionAggregate
{
    private const int MostMessages = 3;
    private const int MostNames = 3;

    /// <summary>Sums up.</summary>
    /// <param name="type">The type of the aggregate.</param>
    /// <param name="sourceType">The type to look at in the objects.</param>
    /// <param name="sources">The objects; at least one.</param>
    /// <param name="negativeTypes">The types that are good when they do not hold.</param>
    /// <param name="reasons">The reasons of the aggregate; null for the reason that all share, or a general one.</param>
    /// <returns>The aggregate without times; <see cref="ConditionSet.Set"/> adds them.</returns>
    public static Condition Of(
        string type,
        string sourceType,
        IReadOnlyList<AggregateSource> sources,
        IReadOnlyCollection<string> negativeTypes,
        MergeReasons? reasons)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var entries = new List<Entry>(sources.Count);
        foreach (var source in sources)
        {
            var condition = ConditionSet.Get(source.Conditions, sourceType)
                ?? ConditionMerge.Missing(sourceType, $"Condition {sourceType} not yet reported");
            entries.Add(new Entry(source, condition, ConditionMerge.PriorityOf(condition, negativeTypes)));
        }

        var worst = entries.Count == 0 ? MergePriority.Good : entries.Min(e => e.Priority);
        return new Condition
        {
            Type = type,
            Status = ConditionMerge.StatusOf(worst),
            Reason = ConditionMerge.ReasonOf(worst, entries.Where(e => e.Priority == worst).Select(e => e.Condition), reasons),
            Message = string.Join('\n', Lines(entries, worst)),
        };
    }

    private static List<string> Lines(List<Entry> entries, MergePriority worst)
    {
        var lines = new List<string>();
        var left = MostMessages;
        if (worst == MergePriority.Good)
        {
            Tell(entries.Where(e => e.Condition.Message.Length > 0), "with additional info", ref left, lines);
        }
        else
        {
            Tell(entries.Where(e => e.Priority == MergePriority.Issue), "with other issues", ref left, lines);
            Tell(entries.Where(e => e.Priority == MergePriority.Unknown), "with status unknown", ref left, lines);
        }

        return lines;
    }

    private static void Tell(IEnumerable<Entry> entries, string others, ref int left, List<string> lines)
    {
        var groups = entries
            .GroupBy(e => (Message: e.Condition.Message.Length > 0 ? e.Condition.Message : "No additional info provided", e.Source.Kind))
            .OrderBy(g => g.Any(e => e.Source.InControlPlane) ? 0 : 1)
            .ThenByDescending(g => g.Count())
            .ThenBy(g => g.Key.Message, StringComparer.Ordinal)
            .ToList();
        var untold = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            if (left == 0)
            {
                untold[group.Key.Kind] = untold.GetValueOrDefault(group.Key.Kind) + group.Count();
                continue;
            }

            left--;
            lines.Add($"* {Named(group.Key.Kind, [.. group.Select(e => e.Source.Name).Order(StringComparer.Ordinal)])}:{ConditionMerge.Behind(group.Key.Message)}");
        }

        lines.AddRange(untold.Select(u => $"And {u.Value} {Plural(u.Key, u.Value)} {others}"));
    }

    private static string Named(string kind, List<string> names) => names.Count <= MostNames
        ? $"{Plural(kind, names.Count)} {string.Join(", ", names)}"
        : $"{Plural(kind, names.Count)} {string.Join(", ", names.Take(MostNames))}, ... ({names.Count - MostNames} more)";

    private static string Plural(string kind, int count) => count == 1 ? kind : kind + "s";

    private sealed record Entry(AggregateSource Source, Condition Condition, MergePriority Priority);
}
