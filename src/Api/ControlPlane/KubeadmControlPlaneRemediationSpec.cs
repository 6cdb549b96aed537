using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.ControlPlane;

/// <summary>How unhealthy machines of the control plane are replaced.</summary>
[MinProperties(1)]
public sealed record KubeadmControlPlaneRemediationSpec : IOmitEmpty
{
    /// <summary>How often a replacement that fails is tried again; without end where absent.</summary>
    public int? MaxRetry { get; init; }

    /// <summary>Seconds after which a failure counts as a new one; 3600 where absent.</summary>
    [Limits(Minimum = 0)]
    public int? MinHealthyPeriodSeconds { get; init; }

    /// <summary>Seconds between two tries; none where absent.</summary>
    [Limits(Minimum = 0)]
    public int? RetryPeriodSeconds { get; init; }
}
