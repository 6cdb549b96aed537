using System.Collections.ObjectModel;
using Slipway.Api.Json;

namespace Slipway.Api.Kubernetes.Nodes;

/// <summary>What a kubelet reports.</summary>
public sealed record NodeStatus : IOmitEmpty
{
    /// <summary>Aspects of its health.</summary>
    public IReadOnlyList<NodeCondition> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>Where it can be reached.</summary>
    public IReadOnlyList<NodeAddress> Addresses { get; init => field = value ?? []; } = [];

    /// <summary>Its versions and identifiers.</summary>
    public NodeSystemInfo? NodeInfo { get; init; }

    /// <summary>Not set any more by Kubernetes.</summary>
    public string? Phase { get; init; }

    /// <summary>Its resources, as quantities.</summary>
    public IReadOnlyDictionary<string, string> Capacity { get; init => field = value ?? ReadOnlyDictionary<string, string>.Empty; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Its resources for pods, as quantities.</summary>
    public IReadOnlyDictionary<string, string> Allocatable { get; init => field = value ?? ReadOnlyDictionary<string, string>.Empty; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The volumes attached to it.</summary>
    public IReadOnlyList<AttachedVolume> VolumesAttached { get; init => field = value ?? []; } = [];
}
