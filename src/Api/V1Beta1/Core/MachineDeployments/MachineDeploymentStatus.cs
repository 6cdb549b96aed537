using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.V1Beta1.Core.MachineSets;

namespace Slipway.Api.V1Beta1.Core.MachineDeployments;

/// <summary>The machine deployment status.</summary>
internal sealed record MachineDeploymentStatus
{
    /// <summary>The available replicas.</summary>
    public int? AvailableReplicas { get; init; }

    /// <summary>The conditions.</summary>
    public IReadOnlyList<V1Beta1Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>The observed generation.</summary>
    public long? ObservedGeneration { get; init; }

    /// <summary>The phase.</summary>
    [Allowed("ScalingUp", "ScalingDown", "Running", "Failed", "Unknown")]
    public string? Phase { get; init; }

    /// <summary>The ready replicas.</summary>
    public int? ReadyReplicas { get; init; }

    /// <summary>The replicas.</summary>
    public int? Replicas { get; init; }

    /// <summary>The selector.</summary>
    [Limits(MinLength = 1, MaxLength = 4096)]
    public string? Selector { get; init; }

    /// <summary>The unavailable replicas.</summary>
    public int? UnavailableReplicas { get; init; }

    /// <summary>The updated replicas.</summary>
    public int? UpdatedReplicas { get; init; }

    /// <summary>The v1beta2.</summary>
    public MachineSetV1Beta2Status? V1beta2 { get; init; }

    /// <summary>The versions.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [ListMap("version")]
    public IReadOnlyList<StatusVersion> Versions { get; init => field = value ?? []; } = [];
}
