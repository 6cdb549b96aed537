using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.V1Beta1.Core.MachineSets;

namespace Slipway.Api.V1Beta1.ControlPlane;

/// <summary>The kubeadm control plane status.</summary>
internal sealed record KubeadmControlPlaneStatus
{
    /// <summary>The conditions.</summary>
    public IReadOnlyList<V1Beta1Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>The failure message.</summary>
    [Limits(MinLength = 1, MaxLength = 10240)]
    public string? FailureMessage { get; init; }

    /// <summary>The failure reason.</summary>
    public string? FailureReason { get; init; }

    /// <summary>The initialized.</summary>
    public bool? Initialized { get; init; }

    /// <summary>The last remediation.</summary>
    public LastRemediationStatus? LastRemediation { get; init; }

    /// <summary>The observed generation.</summary>
    public long? ObservedGeneration { get; init; }

    /// <summary>The ready.</summary>
    public bool? Ready { get; init; }

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

    /// <summary>The version.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? Version { get; init; }

    /// <summary>The versions.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [ListMap("version")]
    public IReadOnlyList<StatusVersion> Versions { get; init => field = value ?? []; } = [];
}
