using Slipway.Api.Core.Shared;
using Slipway.Controllers.KubeadmControlPlanes.Views;

namespace Slipway.Controllers.KubeadmControlPlanes.Rollout;

/// <summary>Which Machine goes next, and where the next one is made; pure functions of the view.</summary>
internal static class Choice
{
    /// <summary>The Machine that goes next: of the most fitting ones, one of the fullest failure domain, the oldest there.</summary>
    /// <param name="view">What is.</param>
    /// <returns>The Machine, or null where there is none.</returns>
    public static ControlPlaneMachine? ToDelete(View view)
    {
        var all = view.Machines.Where(m => !m.IsDeleting).ToList();
        var components = HealthTypes.Components(view);
        var fitting = First(
            all.Where(m => !m.IsUpToDate && m.IsMarked),
            all.Where(m => m.IsMarked),
            all.Where(m => !m.IsUpToDate && !m.AreHealthy(components)),
            all.Where(m => !m.IsUpToDate),
            all);
        if (fitting.Count == 0)
        {
            return null;
        }

        var domains = Domains(view);
        var outside = fitting.Where(m => domains.Count > 0 && !domains.Contains(m.FailureDomain)).ToList();
        if (outside.Count > 0)
        {
            return Oldest(outside);
        }

        var fullest = fitting
            .GroupBy(m => m.FailureDomain)
            .OrderByDescending(g => g.Count())
            .ThenByDescending(g => all.Count(m => m.FailureDomain == g.Key))
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .First();
        return Oldest(fullest);
    }

    /// <summary>The failure domain for the next Machine: the one with the fewest up-to-date Machines, then the fewest at all.</summary>
    /// <param name="view">What is.</param>
    /// <returns>Its name, or null where the cluster has none for control planes.</returns>
    public static string? FailureDomain(View view)
    {
        var domains = Domains(view);
        return domains.Count == 0
            ? null
            : domains
                .OrderBy(d => view.Machines.Count(m => m.FailureDomain == d && m.IsUpToDate && !m.IsDeleting))
                .ThenBy(d => view.Machines.Count(m => m.FailureDomain == d))
                .ThenBy(d => d, StringComparer.Ordinal)
                .First();
    }

    private static List<string> Domains(View view) =>
        [.. (view.Cluster?.Status.FailureDomains ?? []).Where(d => d is FailureDomain { ControlPlane: true }).Select(d => d.Name)];

    private static List<ControlPlaneMachine> First(params ReadOnlySpan<IEnumerable<ControlPlaneMachine>> groups)
    {
        foreach (var group in groups)
        {
            if (group.ToList() is { Count: > 0 } found)
            {
                return found;
            }
        }

        return [];
    }

    private static ControlPlaneMachine Oldest(IEnumerable<ControlPlaneMachine> machines) => machines
        .OrderBy(m => m.Machine.Metadata.CreationTimestamp)
        .ThenBy(m => m.Name, StringComparer.Ordinal)
        .First();
}
