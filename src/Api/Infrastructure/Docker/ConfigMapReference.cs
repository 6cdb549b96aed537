using Slipway.Api.Crds;

namespace Slipway.Api.Infrastructure.Docker;

/// <summary>The config map reference.</summary>
[AtomicMap]
public sealed record ConfigMapReference
{
    /// <summary>The name.</summary>
    [Default("\"\"")]
    public string? Name { get; init; }
}
