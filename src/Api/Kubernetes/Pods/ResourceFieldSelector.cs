using Slipway.Api.Core.Shared;
using Slipway.Api.Crds;

namespace Slipway.Api.Kubernetes.Pods;

/// <summary>The resource field selector.</summary>
[AtomicMap]
public sealed record ResourceFieldSelector
{
    /// <summary>The container name.</summary>
    public string? ContainerName { get; init; }

    /// <summary>The divisor.</summary>
    [Limits(Pattern = Patterns.Quantity)]
    public IntOrString? Divisor { get; init; }

    /// <summary>The resource.</summary>
    [Required]
    public string Resource { get; init => field = value ?? ""; } = "";
}
