using Slipway.Api.Crds;

namespace Slipway.Api.Infrastructure.Docker;

/// <summary>Names a ConfigMap in the same namespace.</summary>
[AtomicMap]
public sealed record ConfigMapReference
{
    /// <summary>The ConfigMap.</summary>
    [Default("\"\"")]
    public string? Name { get; init; }
}
