using System.Collections.ObjectModel;
using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.V1Beta1.Core.Shared;

namespace Slipway.Api.V1Beta1.Core.Clusters;

/// <summary>The cluster status.</summary>
internal sealed record ClusterStatus
{
    /// <summary>The conditions.</summary>
    public IReadOnlyList<V1Beta1Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>The control plane ready.</summary>
    public bool? ControlPlaneReady { get; init; }

    /// <summary>The failure domains.</summary>
    public IReadOnlyDictionary<string, FailureDomainSpec> FailureDomains { get; init => field = value ?? ReadOnlyDictionary<string, FailureDomainSpec>.Empty; } = ReadOnlyDictionary<string, FailureDomainSpec>.Empty;

    /// <summary>The failure message.</summary>
    [Limits(MinLength = 1, MaxLength = 10240)]
    public string? FailureMessage { get; init; }

    /// <summary>The failure reason.</summary>
    public string? FailureReason { get; init; }

    /// <summary>The infrastructure ready.</summary>
    public bool? InfrastructureReady { get; init; }

    /// <summary>The observed generation.</summary>
    public long? ObservedGeneration { get; init; }

    /// <summary>The phase.</summary>
    [Allowed("Pending", "Provisioning", "Provisioned", "Deleting", "Failed", "Unknown")]
    public string? Phase { get; init; }

    /// <summary>The v1beta2.</summary>
    public ClusterV1Beta2Status? V1beta2 { get; init; }
}
