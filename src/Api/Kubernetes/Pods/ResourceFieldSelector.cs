using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;

namespace Slipway.Api.Kubernetes.Pods;

/// <summary>A resource limit or request of a container.</summary>
[AtomicMap]
public sealed record ResourceFieldSelector
{
    /// <summary>The container; required for volumes.</summary>
    public string? ContainerName { get; init; }

    /// <summary>The unit in which the amount is told; 1 where absent.</summary>
    [Limits(Pattern = Patterns.Quantity)]
    public IntOrString? Divisor { get; init; }

    /// <summary>The resource, as in "limits.cpu".</summary>
    [Required]
    public string Resource { get; init => field = value ?? ""; } = "";
}
