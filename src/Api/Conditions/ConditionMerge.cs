using Slipway.Machinery.Objects;

namespace Slipway.Api.Conditions;

/// <summary>What summaries and aggregates have in common.</summary>
internal static class ConditionMerge
{
    /// <summary>How much a condition weighs.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="negativeTypes">The types that are good when they do not hold.</param>
    public static MergePriority PriorityOf(Condition condition, IReadOnlyCollection<string> negativeTypes) => condition.Status switch
    {
        ConditionSet.True => negativeTypes.Contains(condition.Type) ? MergePriority.Issue : MergePriority.Good,
        ConditionSet.False => negativeTypes.Contains(condition.Type) ? MergePriority.Good : MergePriority.Issue,
        _ => MergePriority.Unknown,
    };

    /// <summary>The status of the merged condition.</summary>
    /// <param name="worst">The weightiest of what is merged.</param>
    public static string StatusOf(MergePriority worst) => worst switch
    {
        MergePriority.Issue => ConditionSet.False,
        MergePriority.Unknown => ConditionSet.Unknown,
        _ => ConditionSet.True,
    };

    /// <summary>The reason of the merged condition: the one asked for, else the one that all have, else a general one.</summary>
    /// <param name="worst">The weightiest of what is merged.</param>
    /// <param name="sameWeight">The conditions of that weight.</param>
    /// <param name="reasons">The reasons asked for, if any.</param>
    public static string ReasonOf(MergePriority worst, IEnumerable<Condition> sameWeight, MergeReasons? reasons)
    {
        var general = reasons ?? new MergeReasons(Reasons.IssuesReported, Reasons.UnknownReported, Reasons.InfoReported);
        if (reasons is null)
        {
            var distinct = sameWeight.Select(c => c.Reason).Where(r => r.Length > 0).Distinct().Take(2).ToList();
            if (distinct.Count == 1)
            {
                return distinct[0];
            }
        }

        return worst switch
        {
            MergePriority.Issue => general.Issue,
            MergePriority.Unknown => general.Unknown,
            _ => general.Good,
        };
    }

    /// <summary>The text behind a bullet: on the same line, or as lines of their own indented by two spaces.</summary>
    /// <param name="text">One or more lines.</param>
    public static string Behind(string text) =>
        text.Contains('\n', StringComparison.Ordinal) || text.StartsWith("* ", StringComparison.Ordinal)
            ? "\n" + string.Join('\n', text.Split('\n').Select(line => "  " + line))
            : " " + text;

    /// <summary>What stands for a condition that is not there.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="message">What to say.</param>
    public static Condition Missing(string type, string message) =>
        new() { Type = type, Status = ConditionSet.Unknown, Reason = Reasons.NotYetReported, Message = message };
}
