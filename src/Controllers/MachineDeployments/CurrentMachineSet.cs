using Slipway.Api.Core.MachineDeployments;
using Slipway.Api.Core.MachineSets;
using Slipway.Controllers.Shared;

namespace Slipway.Controllers.MachineDeployments;

/// <summary>Which of a MachineDeployment's MachineSets makes Machines as its template wants them now.</summary>
/// <param name="Set">The current MachineSet; null where one must be made.</param>
/// <param name="WhyNew">Where there is none: why no MachineSet will do.</param>
internal sealed record CurrentMachineSet(MachineSet? Set, string WhyNew)
{
    /// <summary>Finds the current MachineSet: of those whose template fits, the one with most Machines, then the oldest.</summary>
    /// <param name="deployment">The MachineDeployment.</param>
    /// <param name="sets">Its MachineSets.</param>
    /// <param name="now">The time; <c>spec.rollout.after</c> counts once it has passed.</param>
    public static CurrentMachineSet Find(MachineDeployment deployment, IReadOnlyCollection<MachineSet> sets, DateTimeOffset now)
    {
        var fitting = sets
            .Where(s => !s.Metadata.IsDeleting && MachineTemplates.Differences(s.Spec.Template.Spec, deployment.Spec.Template.Spec).Count == 0)
            .OrderByDescending(s => s.Spec.Replicas ?? 0)
            .ThenBy(s => s.Metadata.CreationTimestamp)
            .ThenBy(s => s.Metadata.Name, StringComparer.Ordinal)
            .ToList();
        if (deployment.Spec.Rollout?.After is { } after && after <= now)
        {
            var fresh = fitting.FirstOrDefault(s => s.Metadata.CreationTimestamp >= after);
            return fresh is not null
                ? new CurrentMachineSet(fresh, "")
                : new CurrentMachineSet(null, $"spec.rollout.after is {Prose.Moment(after)} and no MachineSet was made since");
        }

        if (fitting.Count > 0)
        {
            return new CurrentMachineSet(fitting[0], "");
        }

        var newest = sets.MaxBy(s => s.Metadata.CreationTimestamp);
        return new CurrentMachineSet(null, newest is null
            ? "it has no MachineSet yet"
            : string.Join("; ", MachineTemplates.Differences(newest.Spec.Template.Spec, deployment.Spec.Template.Spec)));
    }
}
