using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;

namespace Slipway.Api.Core.MachineSets;

/// <summary>The machine set V1 beta1 deprecated status.</summary>
public sealed record MachineSetV1Beta1DeprecatedStatus
{
    /// <summary>The available replicas.</summary>
    public int? AvailableReplicas { get; init; }

    /// <summary>The conditions.</summary>
    public IReadOnlyList<V1Beta1Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>The failure message.</summary>
    [Limits(MinLength = 1, MaxLength = 10240)]
    public string? FailureMessage { get; init; }

    /// <summary>The failure reason.</summary>
    public string? FailureReason { get; init; }

    /// <summary>The fully labeled replicas.</summary>
    public int? FullyLabeledReplicas { get; init; }

    /// <summary>The ready replicas.</summary>
    public int? ReadyReplicas { get; init; }
}
