using Slipway.Api.Json;

namespace Slipway.Api.Kubernetes.Nodes;

/// <summary>What is wanted of a node.</summary>
public sealed record NodeSpec : IOmitEmpty
{
    /// <summary>The machine behind the node, as the infrastructure names it; set once.</summary>
    public string? ProviderID { get; init; }

    /// <summary>The addresses of its pods.</summary>
    public string? PodCIDR { get; init; }

    /// <summary>What keeps pods away that do not tolerate it.</summary>
    public IReadOnlyList<Taint> Taints { get; init => field = value ?? []; } = [];

    /// <summary>Whether new pods are kept away (cordoned).</summary>
    public bool? Unschedulable { get; init; }
}
