using Slipway.Api.Core.Machines;
using Slipway.Controllers.Contracts;

namespace Slipway.Controllers.Machines;

/// <summary>What one pass is to write; a pure function of the view.</summary>
/// <param name="Machine">The Machine with metadata and spec as they are to be.</param>
/// <param name="Changes">The writes beside it, in order.</param>
internal sealed record Plan(Machine Machine, IReadOnlyList<Change> Changes)
{
    /// <summary>Makes the plan, the way out aside: that is <see cref="Deletion"/>.</summary>
    /// <param name="view">What is.</param>
    public static Plan Make(View view)
    {
        var changes = new List<Change>();
        if (!view.Machine.Metadata.IsDeleting && view.Cluster is not null)
        {
            changes.AddRange(Own(view, view.Bootstrap));
            changes.AddRange(Own(view, view.Infrastructure));
        }

        if (view.Node is { Metadata.IsDeleting: false } node && !view.Machine.Metadata.IsDeleting)
        {
            changes.Add(new Change.SyncNode(node, NodeSync.Wanted(view, node), $"write into Node {node.Metadata.Name} what it carries of its Machine"));
        }

        return new Plan(view.Machine with { Metadata = Ownership.OfMachine(view), Spec = Progress.Spec(view) }, changes);
    }

    private static IEnumerable<Change> Own(View view, ExternalObject? value)
    {
        if (value is not { Found: true, IsDeleting: false })
        {
            yield break;
        }

        var metadata = Ownership.OfObject(view, value);
        if (metadata != value.Object.Metadata)
        {
            yield return new Change.OwnObject(value, metadata, $"note that {value} belongs to Machine {view.Machine.Metadata.Name}");
        }
    }
}
