namespace Slipway.Controllers.KubeadmControlPlanes.Rollout;

/// <summary>Where a step leads.</summary>
internal enum StepDirection
{
    /// <summary>Nowhere: all is as wanted.</summary>
    None,

    /// <summary>To one Machine more.</summary>
    Up,

    /// <summary>To one Machine less.</summary>
    Down,
}
