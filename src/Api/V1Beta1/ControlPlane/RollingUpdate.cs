using Slipway.Api.Core.Shared;

namespace Slipway.Api.V1Beta1.ControlPlane;

/// <summary>How machines of the control plane are replaced one by one.</summary>
internal sealed record RollingUpdate
{
    /// <summary>How many machines more than wanted there may be meanwhile: 1, or 0 with three machines or more.</summary>
    public IntOrString? MaxSurge { get; init; }
}
