using Slipway.Api.Crds;
using Slipway.Api.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Bootstrap;

/// <summary>How far the setup is.</summary>
[MinProperties(1)]
public sealed record KubeadmConfigStatus : IOmitEmpty
{
    /// <summary>The aspects of the object's state that are watched, each true, false or unknown.</summary>
    [Limits(MaxItems = 32)]
    [ListMap("type")]
    public IReadOnlyList<Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>The secret that holds the script.</summary>
    [Limits(MinLength = 1, MaxLength = 253)]
    public string? DataSecretName { get; init; }

    /// <summary>What only older API versions say about the state; leave it to them.</summary>
    public KubeadmConfigDeprecatedStatus? Deprecated { get; init; }

    /// <summary>What has been done once and is not undone.</summary>
    public KubeadmConfigInitializationStatus? Initialization { get; init; }

    /// <summary>
    /// The generation of the spec that this status was made for; while it is older than metadata.generation, the
    /// status is behind.
    /// </summary>
    [Limits(Minimum = 1)]
    public long? ObservedGeneration { get; init; }
}
