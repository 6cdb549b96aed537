using Slipway.Machinery.Objects;

namespace Slipway.Api.Conditions;

/// <summary>One condition that sums up others of the same object, for example a Machine's Ready.</summary>
public static class ConditionSummary
{
    /// <summary>Sums up.</summary>
    /// <param name="type">The type of the summary.</param>
    /// <param name="conditions">The object's conditions, with any that is to be told otherwise put in its place.</param>
    /// <param name="rules">What to look at.</param>
    /// <returns>The summary without times; <see cref="ConditionSet.Set"/> adds them.</returns>
    public static Condition Of(string type, IReadOnlyList<Condition> conditions, SummaryRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var inScope = new List<(Condition Condition, MergePriority Priority)>(rules.Types.Count);
        foreach (var name in rules.Types)
        {
            var condition = ConditionSet.Get(conditions, name);
            if (condition is null && rules.OptionalTypes.Contains(name))
            {
                continue;
            }

            condition ??= ConditionMerge.Missing(name, "Condition not yet reported");
            inScope.Add((condition, ConditionMerge.PriorityOf(condition, rules.NegativeTypes)));
        }

        var worst = inScope.Count == 0 ? MergePriority.Unknown : inScope.Min(c => c.Priority);
        return new Condition
        {
            Type = type,
            Status = ConditionMerge.StatusOf(worst),
            Reason = ConditionMerge.ReasonOf(worst, inScope.Where(c => c.Priority == worst).Select(c => c.Condition), rules.Reasons),
            Message = string.Join('\n', inScope.Where(c => IsTold(c, worst)).Select(c => Line(c.Condition))),
        };
    }

    // Good news are told only where there is no other, and only where they say something.
    private static bool IsTold((Condition Condition, MergePriority Priority) entry, MergePriority worst) =>
        entry.Priority != MergePriority.Good || (worst == MergePriority.Good && entry.Condition.Message.Length > 0);

    private static string Line(Condition condition) =>
        $"* {condition.Type}:{(condition.Message.Length > 0 ? ConditionMerge.Behind(condition.Message) : " " + condition.Reason)}";
}
