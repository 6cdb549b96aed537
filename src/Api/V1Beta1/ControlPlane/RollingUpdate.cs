using Slipway.Api.Core.Shared;

namespace Slipway.Api.V1Beta1.ControlPlane;

/// <summary>The rolling update.</summary>
internal sealed record RollingUpdate
{
    /// <summary>The max surge.</summary>
    public IntOrString? MaxSurge { get; init; }
}
