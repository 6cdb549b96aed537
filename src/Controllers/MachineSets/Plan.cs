using Slipway.Api.Core.Machines;
using Slipway.Controllers.Contracts;
using Slipway.Controllers.Shared;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.MachineSets;

/// <summary>What one pass is to write; a pure function of the view, but for the ends of new names.</summary>
/// <param name="Changes">The writes, in order.</param>
/// <param name="OnHold">What keeps Machines from being made, one sentence each; empty for nothing.</param>
internal sealed record Plan(IReadOnlyList<Change> Changes, IReadOnlyList<string> OnHold)
{
    /// <summary>Makes the plan.</summary>
    /// <param name="view">What is.</param>
    /// <param name="random">Where the ends of new Machines' names come from.</param>
    public static Plan Make(View view, RandomSource random)
    {
        var set = view.Set;
        if (set.Metadata.IsDeleting)
        {
            return new Plan(
                [.. view.Machines.Where(m => !m.Metadata.IsDeleting).Select(m => Delete(m, "its MachineSet is being deleted")), .. Orphans(view)], []);
        }

        if (view.Cluster is null)
        {
            return new Plan([], [$"there is no Cluster {set.Spec.ClusterName} in namespace {set.Metadata.Namespace}: create it"]);
        }

        if (view.Adoptable.Count > 0)
        {
            // Taken over first: the next pass sees them among its own.
            return new Plan(
                [.. view.Adoptable.Select(m => new Change.AdoptMachine(m, $"adopt Machine {m.Metadata.Name}: the selector matches it and nobody manages it"))], []);
        }

        var findings = Preflight.Check(view);
        var decisions = Remediation.Decide(view, findings);
        var changes = new List<Change>();
        changes.AddRange(Orphans(view));
        changes.AddRange(decisions.Select(d => new Change.Remediate(d)));
        changes.AddRange(Templates(view));
        changes.AddRange(view.Machines.Select(m => new Change.KeepMachine(m, DesiredMachine.Update(set, m))));
        changes.AddRange(Linked(view));
        var onHold = new List<string>();

        // Machines that go to be replaced are seen as going by the next pass.
        if (!decisions.Any(d => d.Replace))
        {
            changes.AddRange(Scale(view, findings, onHold, random));
        }

        return new Plan(changes, onHold);
    }

    private static IEnumerable<Change> Scale(View view, IReadOnlyList<string> findings, List<string> onHold, RandomSource random)
    {
        var set = view.Set;
        var missing = view.Desired - view.Machines.Count;
        if (missing <= 0)
        {
            return DeletionOrder.Sort(view.Machines, set.Spec.Deletion?.Order, view.Now)
                .Take(-missing)
                .Where(m => !m.Metadata.IsDeleting)
                .Select(m => Delete(m, $"{view.Desired} of {view.Machines.Count} are wanted and {DeletionOrder.Why(m, set.Spec.Deletion?.Order)}"));
        }

        if (view.MayNotCreate)
        {
            onHold.Add("the MachineDeployment lets only the newest MachineSet make Machines");
            return [];
        }

        onHold.AddRange(((ExternalObject?[])[view.BootstrapTemplate, view.InfrastructureTemplate])
            .Where(t => t is { Found: false }).Select(t => t!.Problem));
        onHold.AddRange(findings);
        if (onHold.Count > 0)
        {
            return [];
        }

        return Enumerable.Range(0, missing).Select(_ => MachineNaming.Next(set, random)).Distinct()
            .Select(name => new Change.CreateMachine(name, $"create Machine {name}: {view.Desired} are wanted and {view.Machines.Count} {Prose.Verb(view.Machines.Count, "exists", "exist")}"));
    }

    private static IEnumerable<Change> Orphans(View view) =>
        view.Orphans.Select(o => new Change.DeleteOrphan(o, $"delete {o.Object.Kind} {o.Object.Metadata.Name}: it was made for a Machine that was never made"));

    /// <summary>Templates belong to the cluster, so that they go and move with it.</summary>
    private static IEnumerable<Change> Templates(View view)
    {
        foreach (var template in (ExternalObject?[])[view.BootstrapTemplate, view.InfrastructureTemplate])
        {
            if (template is { Found: true, IsDeleting: false })
            {
                var metadata = template.Object.Metadata.WithOwner(view.Cluster!.AsOwner());
                if (metadata != template.Object.Metadata)
                {
                    yield return new Change.KeepObject(
                        new View.LinkedObject(template.Object, template.Kind), metadata, $"note that {template} belongs to Cluster {view.Cluster!.Metadata.Name}");
                }
            }
        }
    }

    private static IEnumerable<Change> Linked(View view)
    {
        var labels = DesiredMachine.LabelsOf(view.Set);
        var annotations = DesiredMachine.AnnotationsOf(view.Set);
        foreach (var linked in view.Linked.Where(l => !l.Object.Metadata.IsDeleting))
        {
            var metadata = linked.Object.Metadata.WithLabels(labels).WithAnnotations(annotations);
            if (metadata != linked.Object.Metadata)
            {
                yield return new Change.KeepObject(
                    linked, metadata, $"keep the labels of {linked.Object.Kind} {linked.Object.Metadata.Name} in step with its MachineSet");
            }
        }
    }

    private static Change.DeleteMachine Delete(Machine machine, string why) => new(machine, $"delete Machine {machine.Metadata.Name}: {why}");
}
