using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;

namespace Slipway.Api.ControlPlane;

/// <summary>The kubeadm control plane V1 beta1 deprecated status.</summary>
public sealed record KubeadmControlPlaneV1Beta1DeprecatedStatus
{
    /// <summary>The conditions.</summary>
    public IReadOnlyList<V1Beta1Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>The failure message.</summary>
    [Limits(MinLength = 1, MaxLength = 10240)]
    public string? FailureMessage { get; init; }

    /// <summary>The failure reason.</summary>
    public string? FailureReason { get; init; }

    /// <summary>The ready replicas.</summary>
    public int? ReadyReplicas { get; init; }

    /// <summary>The unavailable replicas.</summary>
    public int? UnavailableReplicas { get; init; }

    /// <summary>The updated replicas.</summary>
    public int? UpdatedReplicas { get; init; }
}
