using System.Collections.ObjectModel;
using Slipway.Api.Json;

namespace Slipway.Api.Kubernetes.Pods;

/// <summary>What is to run; only the fields that controllers here read or write.</summary>
public sealed record PodSpec : IOmitEmpty
{
    /// <summary>The node it runs on.</summary>
    public string? NodeName { get; init; }

    /// <summary>The containers.</summary>
    public IReadOnlyList<Container> Containers { get; init => field = value ?? []; } = [];

    /// <summary>Containers that end before the others start.</summary>
    public IReadOnlyList<Container> InitContainers { get; init => field = value ?? []; } = [];

    /// <summary>What can be mounted.</summary>
    public IReadOnlyList<Volume> Volumes { get; init => field = value ?? []; } = [];

    /// <summary>Whether it uses the node's network.</summary>
    public bool? HostNetwork { get; init; }

    /// <summary>How important it is.</summary>
    public string? PriorityClassName { get; init; }

    /// <summary>Seconds it is given to end.</summary>
    public long? TerminationGracePeriodSeconds { get; init; }

    /// <summary>Taints that do not keep it away.</summary>
    public IReadOnlyList<Toleration> Tolerations { get; init => field = value ?? []; } = [];

    /// <summary>The identity it runs as.</summary>
    public string? ServiceAccountName { get; init; }

    /// <summary>Labels that its node must have.</summary>
    public IReadOnlyDictionary<string, string> NodeSelector { get; init => field = value ?? ReadOnlyDictionary<string, string>.Empty; } = ReadOnlyDictionary<string, string>.Empty;
}
