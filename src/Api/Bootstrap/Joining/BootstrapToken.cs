using Slipway.Api.Crds;

namespace Slipway.Api.Bootstrap.Joining;

/// <summary>A token with which machines may join for a while.</summary>
public sealed record BootstrapToken
{
    /// <summary>What the token is for.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? Description { get; init; }

    /// <summary>When the token ends; takes precedence over its time to live.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Further groups as which the token's bearer is known.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    [ItemLimits(MinLength = 1, MaxLength = 256)]
    public IReadOnlyList<string> Groups { get; init => field = value ?? []; } = [];

    /// <summary>The token, as in "abcdef.0123456789abcdef".</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 23)]
    public string Token { get; init => field = value ?? ""; } = "";

    /// <summary>How many seconds the token lives.</summary>
    [Limits(Minimum = 0)]
    public int? TtlSeconds { get; init; }

    /// <summary>What the token is good for: "signing", "authentication".</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    [ItemLimits(MinLength = 1, MaxLength = 256)]
    public IReadOnlyList<string> Usages { get; init => field = value ?? []; } = [];
}
