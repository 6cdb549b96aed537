using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Core.MachineSets;

/// <summary>The machine set status.</summary>
[MinProperties(1)]
public sealed record MachineSetStatus : IOmitEmpty
{
    /// <summary>The available replicas.</summary>
    public int? AvailableReplicas { get; init; }

    /// <summary>The conditions.</summary>
    [Limits(MaxItems = 32)]
    [ListMap("type")]
    public IReadOnlyList<Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>The deprecated.</summary>
    public MachineSetDeprecatedStatus? Deprecated { get; init; }

    /// <summary>The observed generation.</summary>
    [Limits(Minimum = 1)]
    public long? ObservedGeneration { get; init; }

    /// <summary>The ready replicas.</summary>
    public int? ReadyReplicas { get; init; }

    /// <summary>The replicas.</summary>
    public int? Replicas { get; init; }

    /// <summary>The selector.</summary>
    [Limits(MinLength = 1, MaxLength = 4096)]
    public string? Selector { get; init; }

    /// <summary>The up to date replicas.</summary>
    public int? UpToDateReplicas { get; init; }

    /// <summary>The versions.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [ListMap("version")]
    public IReadOnlyList<StatusVersion> Versions { get; init => field = value ?? []; } = [];
}
