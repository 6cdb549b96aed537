using Slipway.Api.Crds;

namespace Slipway.Api.Kubernetes.Nodes;

/// <summary>The taint.</summary>
public sealed record Taint
{
    /// <summary>The effect.</summary>
    [Required]
    public string Effect { get; init => field = value ?? ""; } = "";

    /// <summary>The key.</summary>
    [Required]
    public string Key { get; init => field = value ?? ""; } = "";

    /// <summary>The time added.</summary>
    public DateTimeOffset? TimeAdded { get; init; }

    /// <summary>The value.</summary>
    public string? Value { get; init; }
}
