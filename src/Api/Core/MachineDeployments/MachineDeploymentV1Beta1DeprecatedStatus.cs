using Slipway.Api.Core.Shared;

namespace Slipway.Api.Core.MachineDeployments;

/// <summary>The machine deployment V1 beta1 deprecated status.</summary>
public sealed record MachineDeploymentV1Beta1DeprecatedStatus
{
    /// <summary>The available replicas.</summary>
    public int? AvailableReplicas { get; init; }

    /// <summary>The conditions.</summary>
    public IReadOnlyList<V1Beta1Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>The ready replicas.</summary>
    public int? ReadyReplicas { get; init; }

    /// <summary>The unavailable replicas.</summary>
    public int? UnavailableReplicas { get; init; }

    /// <summary>The updated replicas.</summary>
    public int? UpdatedReplicas { get; init; }
}
