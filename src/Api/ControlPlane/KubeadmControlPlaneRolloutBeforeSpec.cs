using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.ControlPlane;

/// <summary>The kubeadm control plane rollout before spec.</summary>
[MinProperties(1)]
public sealed record KubeadmControlPlaneRolloutBeforeSpec : IOmitEmpty
{
    /// <summary>The certificates expiry days.</summary>
    [Limits(Minimum = 7)]
    public int? CertificatesExpiryDays { get; init; }
}
