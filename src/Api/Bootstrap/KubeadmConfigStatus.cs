using Slipway.Api.Crds;
using Slipway.Api.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Bootstrap;

/// <summary>The kubeadm config status.</summary>
[MinProperties(1)]
public sealed record KubeadmConfigStatus : IOmitEmpty
{
    /// <summary>The conditions.</summary>
    [Limits(MaxItems = 32)]
    [ListMap("type")]
    public IReadOnlyList<Condition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>The data secret name.</summary>
    [Limits(MinLength = 1, MaxLength = 253)]
    public string? DataSecretName { get; init; }

    /// <summary>The deprecated.</summary>
    public KubeadmConfigDeprecatedStatus? Deprecated { get; init; }

    /// <summary>The initialization.</summary>
    public KubeadmConfigInitializationStatus? Initialization { get; init; }

    /// <summary>The observed generation.</summary>
    [Limits(Minimum = 1)]
    public long? ObservedGeneration { get; init; }
}
