using Slipway.Api.Crds;

namespace Slipway.Api.Bootstrap.Joining;

/// <summary>The bootstrap token.</summary>
public sealed record BootstrapToken
{
    /// <summary>The description.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? Description { get; init; }

    /// <summary>The expires.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>The groups.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    [ItemLimits(MinLength = 1, MaxLength = 256)]
    public IReadOnlyList<string> Groups { get; init => field = value ?? []; } = [];

    /// <summary>The token.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 23)]
    public string Token { get; init => field = value ?? ""; } = "";

    /// <summary>The ttl seconds.</summary>
    [Limits(Minimum = 0)]
    public int? TtlSeconds { get; init; }

    /// <summary>The usages.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    [ItemLimits(MinLength = 1, MaxLength = 256)]
    public IReadOnlyList<string> Usages { get; init => field = value ?? []; } = [];
}
