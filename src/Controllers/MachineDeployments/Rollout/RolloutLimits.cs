using Slipway.Api.Core.Shared;
using Slipway.Controllers.Shared;

namespace Slipway.Controllers.MachineDeployments.Rollout;

/// <summary>How far a rollout may go above and below the wanted number of Machines.</summary>
/// <param name="MaxSurge">Machines allowed above the wanted number.</param>
/// <param name="MaxUnavailable">Machines allowed to be missing from the wanted number.</param>
internal sealed record RolloutLimits(int MaxSurge, int MaxUnavailable)
{
    /// <summary>
    /// Resolves numbers and percentages: a surge is rounded up, unavailability down and at most all replicas. Where both
    /// come out as 0 nothing could ever move, so one Machine may then be unavailable.
    /// </summary>
    /// <param name="replicas">The wanted number of Machines.</param>
    /// <param name="maxSurge">A number or a percentage of the replicas; absent means 1.</param>
    /// <param name="maxUnavailable">A number or a percentage of the replicas; absent means 0.</param>
    public static RolloutLimits Resolve(int replicas, IntOrString? maxSurge, IntOrString? maxUnavailable)
    {
        if (replicas == 0)
        {
            return new RolloutLimits(Counts.RoundedUp(maxSurge, replicas, 1), 0);
        }

        var surge = Counts.RoundedUp(maxSurge, replicas, 1);
        var unavailable = Math.Min(Counts.RoundedDown(maxUnavailable, replicas, 0), replicas);
        return surge == 0 && unavailable == 0 ? new RolloutLimits(0, 1) : new RolloutLimits(surge, unavailable);
    }
}
