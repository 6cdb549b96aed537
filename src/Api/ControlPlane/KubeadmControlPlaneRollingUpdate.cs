using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.ControlPlane;

/// <summary>How machines of the control plane are replaced one by one.</summary>
[MinProperties(1)]
public sealed record KubeadmControlPlaneRollingUpdate : IOmitEmpty
{
    /// <summary>How many machines more than wanted there may be meanwhile: 1, or 0 with three machines or more.</summary>
    public IntOrString? MaxSurge { get; init; }
}
