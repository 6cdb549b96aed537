using Slipway.Api.Conditions;
using Slipway.Api.Core;
using Slipway.Api.Core.Machines;

namespace Slipway.Controllers.MachineSets;

/// <summary>Which Machines go first when there are too many.</summary>
internal static class DeletionOrder
{
    private const double Leaving = 100;
    private const double Marked = 80;
    private const double Updating = 75;
    private const double Unhealthy = 50;
    private const double Any = 20;
    private const double OldAge = 864000;

    /// <summary>The Machines, those to go first at the front: first those that are going anyway, then those that people marked, then sick ones, then by the order asked for.</summary>
    /// <param name="machines">The Machines.</param>
    /// <param name="order"><c>Random</c>, <c>Newest</c> or <c>Oldest</c>; absent means Random.</param>
    /// <param name="now">The present time.</param>
    public static IReadOnlyList<Machine> Sort(IEnumerable<Machine> machines, string? order, DateTimeOffset now) =>
        [.. machines
            .OrderByDescending(m => Priority(m, order, now))
            .ThenBy(m => m.Metadata.Name, StringComparer.Ordinal)];

    /// <summary>Why a Machine goes before others, as the end of a sentence.</summary>
    /// <param name="machine">The Machine.</param>
    /// <param name="order">The order asked for.</param>
    public static string Why(Machine machine, string? order) =>
        machine.Metadata.Annotations.ContainsKey(Annotations.DeleteMachine) ? $"it has the {Annotations.DeleteMachine} annotation"
        : IsUnhealthy(machine) ? "it is not healthy"
        : order switch { "Newest" => "it is the newest", "Oldest" => "it is the oldest", _ => "any Machine may go" };

    /// <summary>Whether a Machine has no Node, or is known to be sick.</summary>
    /// <param name="machine">The Machine.</param>
    public static bool IsUnhealthy(Machine machine) =>
        machine.Status.NodeRef is null
        || ConditionSet.IsFalse(machine.Status.Conditions, ConditionTypes.NodeHealthy)
        || ConditionSet.IsFalse(machine.Status.Conditions, ConditionTypes.HealthCheckSucceeded);

    private static double Priority(Machine machine, string? order, DateTimeOffset now)
    {
        if (machine.Metadata.IsDeleting)
        {
            return Leaving;
        }

        if (machine.Metadata.Annotations.ContainsKey(Annotations.DeleteMachine))
        {
            return Marked;
        }

        if (machine.Metadata.Annotations.ContainsKey(Annotations.UpdateInProgress))
        {
            return Updating;
        }

        if (IsUnhealthy(machine))
        {
            return Unhealthy;
        }

        // Ages count ever less the higher they are, so that a very old Machine never outweighs a sick one.
        var age = Math.Max((now - (machine.Metadata.CreationTimestamp ?? now)).TotalSeconds, 0);
        var old = Math.Min(Unhealthy * (1 - Math.Exp(-age / OldAge)), Math.BitDecrement(Unhealthy));
        return order switch { "Oldest" => old, "Newest" => Unhealthy - old, _ => Any };
    }
}
