using Slipway.Api.Crds;

namespace Slipway.Api.Kubernetes.Nodes;

/// <summary>A taint of a node.</summary>
public sealed record Taint
{
    /// <summary>What becomes of pods that do not tolerate it.</summary>
    [Required]
    public string Effect { get; init => field = value ?? ""; } = "";

    /// <summary>The taint's key.</summary>
    [Required]
    public string Key { get; init => field = value ?? ""; } = "";

    /// <summary>When it was added.</summary>
    public DateTimeOffset? TimeAdded { get; init; }

    /// <summary>The taint's value.</summary>
    public string? Value { get; init; }
}
