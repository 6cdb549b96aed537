using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap.Joining;

/// <summary>The bootstrap token.</summary>
internal sealed record BootstrapToken
{
    /// <summary>The description.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? Description { get; init; }

    /// <summary>The expires.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>The groups.</summary>
    [Limits(MaxItems = 100)]
    [ItemLimits(MinLength = 1, MaxLength = 256)]
    public IReadOnlyList<string> Groups { get; init => field = value ?? []; } = [];

    /// <summary>The token.</summary>
    [Required]
    public string Token { get; init => field = value ?? ""; } = "";

    /// <summary>The ttl.</summary>
    public string? Ttl { get; init; }

    /// <summary>The usages.</summary>
    [Limits(MaxItems = 100)]
    [ItemLimits(MinLength = 1, MaxLength = 256)]
    public IReadOnlyList<string> Usages { get; init => field = value ?? []; } = [];
}
