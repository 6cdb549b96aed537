using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.ControlPlane;

/// <summary>What a rollout comes before.</summary>
[MinProperties(1)]
public sealed record KubeadmControlPlaneRolloutBeforeSpec : IOmitEmpty
{
    /// <summary>Machines are replaced this many days before their certificates end.</summary>
    [Limits(Minimum = 7)]
    public int? CertificatesExpiryDays { get; init; }
}
