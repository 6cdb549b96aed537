using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;
using Slipway.Api.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Core.MachineSets;

/// <summary>How far the machines are.</summary>
[MinProperties(1)]
public sealed record MachineSetStatus : IOmitEmpty
{
    /// <summary>How many machines are available: ready for at least their minReadySeconds.</summary>
    public int? AvailableReplicas { get; init; }

    /// <summary>The aspects of the object's state that are watched, each true, false or unknown.</summary>
    [Limits(MaxItems = 32)]
    [ListMap("type")]
    public IReadOnlyList<Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>What only older API versions say about the state; leave it to them.</summary>
    public MachineSetDeprecatedStatus? Deprecated { get; init; }

    /// <summary>
    /// The generation of the spec that this status was made for; while it is older than metadata.generation, the
    /// status is behind.
    /// </summary>
    [Limits(Minimum = 1)]
    public long? ObservedGeneration { get; init; }

    /// <summary>How many machines are ready.</summary>
    public int? ReadyReplicas { get; init; }

    /// <summary>How many machines there are.</summary>
    public int? Replicas { get; init; }

    /// <summary>The machines of the set, as a selector in its string form; for the scale subresource.</summary>
    [Limits(MinLength = 1, MaxLength = 4096)]
    public string? Selector { get; init; }

    /// <summary>How many machines are of the newest template.</summary>
    public int? UpToDateReplicas { get; init; }

    /// <summary>How many machines run each version of Kubernetes.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [ListMap("version")]
    public IReadOnlyList<StatusVersion> Versions { get; init => field = value ?? []; } = [];
}
