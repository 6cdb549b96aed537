using System.Collections.ObjectModel;
using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.V1Beta1.Core.Shared;

namespace Slipway.Api.V1Beta1.Core.Clusters;

/// <summary>How far a cluster is.</summary>
internal sealed record ClusterStatus
{
    /// <summary>The aspects of the object's state that are watched, each true, false or unknown.</summary>
    public IReadOnlyList<V1Beta1Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>Whether the API server has once answered.</summary>
    public bool? ControlPlaneReady { get; init; }

    /// <summary>The failure domains that the infrastructure offers.</summary>
    public IReadOnlyDictionary<string, FailureDomainSpec> FailureDomains { get; init => field = value ?? ReadOnlyDictionary<string, FailureDomainSpec>.Empty; } = ReadOnlyDictionary<string, FailureDomainSpec>.Empty;

    /// <summary>Why the object failed for good, for people. No longer set.</summary>
    [Limits(MinLength = 1, MaxLength = 10240)]
    public string? FailureMessage { get; init; }

    /// <summary>Why the object failed for good, as one word. No longer set.</summary>
    public string? FailureReason { get; init; }

    /// <summary>Whether the infrastructure has once been complete.</summary>
    public bool? InfrastructureReady { get; init; }

    /// <summary>
    /// The generation of the spec that this status was made for; while it is older than metadata.generation, the
    /// status is behind.
    /// </summary>
    public long? ObservedGeneration { get; init; }

    /// <summary>A one-word summary of how far the object is; conditions say more.</summary>
    [Allowed("Pending", "Provisioning", "Provisioned", "Deleting", "Failed", "Unknown")]
    public string? Phase { get; init; }

    /// <summary>The state in the words of v1beta2.</summary>
    public ClusterV1Beta2Status? V1beta2 { get; init; }
}
