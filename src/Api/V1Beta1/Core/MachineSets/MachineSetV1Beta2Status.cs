using Slipway.Api.Crds;
using Slipway.Machinery.Objects;

namespace Slipway.Api.V1Beta1.Core.MachineSets;

/// <summary>The machine set V1 beta2 status.</summary>
internal sealed record MachineSetV1Beta2Status
{
    /// <summary>The available replicas.</summary>
    public int? AvailableReplicas { get; init; }

    /// <summary>The conditions.</summary>
    [Limits(MaxItems = 32)]
    [ListMap("type")]
    public IReadOnlyList<Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>The ready replicas.</summary>
    public int? ReadyReplicas { get; init; }

    /// <summary>The up to date replicas.</summary>
    public int? UpToDateReplicas { get; init; }
}
