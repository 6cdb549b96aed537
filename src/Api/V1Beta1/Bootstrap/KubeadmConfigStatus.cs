using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.V1Beta1.Core.Machines;

namespace Slipway.Api.V1Beta1.Bootstrap;

/// <summary>The kubeadm config status.</summary>
internal sealed record KubeadmConfigStatus
{
    /// <summary>The conditions.</summary>
    public IReadOnlyList<V1Beta1Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>The data secret name.</summary>
    [Limits(MinLength = 1, MaxLength = 253)]
    public string? DataSecretName { get; init; }

    /// <summary>The failure message.</summary>
    [Limits(MinLength = 1, MaxLength = 10240)]
    public string? FailureMessage { get; init; }

    /// <summary>The failure reason.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? FailureReason { get; init; }

    /// <summary>The observed generation.</summary>
    public long? ObservedGeneration { get; init; }

    /// <summary>The ready.</summary>
    public bool? Ready { get; init; }

    /// <summary>The v1beta2.</summary>
    public MachineV1Beta2Status? V1beta2 { get; init; }
}
