using Slipway.Controllers.KubeadmControlPlanes.Views;

namespace Slipway.Controllers.KubeadmControlPlanes.Rollout;

/// <summary>The next step towards the number and the kind of Machines wanted.</summary>
/// <param name="Changes">The writes, in order; empty where nothing is to be done or must be waited for.</param>
/// <param name="Direction">Where it leads.</param>
/// <param name="Blocked">What must be waited for first, one line each.</param>
internal sealed record Step(IReadOnlyList<Change> Changes, StepDirection Direction, IReadOnlyList<string> Blocked)
{
    /// <summary>Nothing is to be done.</summary>
    public static Step None { get; } = new([], StepDirection.None, []);
}
