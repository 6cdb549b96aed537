using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap.Joining;

/// <summary>A token with which machines may join for a while.</summary>
internal sealed record BootstrapToken
{
    /// <summary>What the token is for.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? Description { get; init; }

    /// <summary>When the token ends; takes precedence over its time to live.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Further groups as which the token's bearer is known.</summary>
    [Limits(MaxItems = 100)]
    [ItemLimits(MinLength = 1, MaxLength = 256)]
    public IReadOnlyList<string> Groups { get; init => field = value ?? []; } = [];

    /// <summary>The token, as in "abcdef.0123456789abcdef".</summary>
    [Required]
    public string Token { get; init => field = value ?? ""; } = "";

    /// <summary>How long the token lives, as in "24h".</summary>
    public string? Ttl { get; init; }

    /// <summary>What the token is good for: "signing", "authentication".</summary>
    [Limits(MaxItems = 100)]
    [ItemLimits(MinLength = 1, MaxLength = 256)]
    public IReadOnlyList<string> Usages { get; init => field = value ?? []; } = [];
}
