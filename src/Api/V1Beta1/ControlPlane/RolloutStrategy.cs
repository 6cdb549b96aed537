using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.ControlPlane;

/// <summary>How the machines of the control plane are replaced.</summary>
internal sealed record RolloutStrategy
{
    /// <summary>Settings of the rolling update.</summary>
    public RollingUpdate? RollingUpdate { get; init; }

    /// <summary>RollingUpdate: one by one.</summary>
    [Allowed("RollingUpdate")]
    public string? Type { get; init; }
}
