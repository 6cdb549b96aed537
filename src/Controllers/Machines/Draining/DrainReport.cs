using Slipway.Api.Kubernetes.Pods;
using Slipway.Controllers.Shared;

namespace Slipway.Controllers.Machines.Draining;

/// <summary>Tells how far a drain is.</summary>
internal static class DrainReport
{
    private const int MostNames = 3;
    private const int MostGroups = 5;

    /// <summary>The message of the Deleting condition while the Node is drained.</summary>
    /// <param name="plan">What becomes of the Pods, those evicted by this pass already among the leaving ones.</param>
    /// <param name="refused">Pods that could not be evicted, and why.</param>
    /// <param name="began">When the drain began.</param>
    public static string Message(DrainPlan plan, IReadOnlyList<(Pod Pod, string Why)> refused, DateTimeOffset began)
    {
        var lines = new List<string> { $"Drain not completed yet (started at {Prose.Moment(began)}):" };
        if (plan.Leaving.Count > 0)
        {
            lines.Add($"* {Named(plan.Leaving)}: deletionTimestamp set, but still not removed from the Node");
        }

        var groups = refused.GroupBy(r => r.Why).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        lines.AddRange(groups.Take(MostGroups).Select(g => $"* {Named([.. g.Select(r => r.Pod)])}: {g.Key}"));
        if (groups.Count > MostGroups)
        {
            lines.Add($"* {Prose.Count(groups.Skip(MostGroups).Sum(g => g.Count()), "Pod")} with other issues");
        }

        if (plan.Complete.Count > 0)
        {
            lines.Add($"* {Named(plan.Complete)}: waiting for completion");
        }

        return string.Join('\n', lines);
    }

    private static string Named(IReadOnlyList<Pod> pods) =>
        $"{Prose.Verb(pods.Count, "Pod", "Pods")} {Prose.Some(pods.Select(p => p.Metadata.Key.ToString()), MostNames)}";
}
