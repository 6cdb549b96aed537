using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap.Files;

/// <summary>Settings of the clock.</summary>
internal sealed record NTP
{
    /// <summary>Whether the clock is set by servers.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The servers.</summary>
    [Limits(MaxItems = 100)]
    [ItemLimits(MinLength = 1, MaxLength = 512)]
    public IReadOnlyList<string> Servers { get; init => field = value ?? []; } = [];
}
