using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.ControlPlane;

/// <summary>The kubeadm control plane remediation spec.</summary>
[MinProperties(1)]
public sealed record KubeadmControlPlaneRemediationSpec : IOmitEmpty
{
    /// <summary>The max retry.</summary>
    public int? MaxRetry { get; init; }

    /// <summary>The min healthy period seconds.</summary>
    [Limits(Minimum = 0)]
    public int? MinHealthyPeriodSeconds { get; init; }

    /// <summary>The retry period seconds.</summary>
    [Limits(Minimum = 0)]
    public int? RetryPeriodSeconds { get; init; }
}
