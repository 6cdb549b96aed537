using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.ControlPlane;

/// <summary>The rollout strategy.</summary>
internal sealed record RolloutStrategy
{
    /// <summary>The rolling update.</summary>
    public RollingUpdate? RollingUpdate { get; init; }

    /// <summary>The type.</summary>
    [Allowed("RollingUpdate")]
    public string? Type { get; init; }
}
