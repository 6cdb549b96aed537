using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Bootstrap.Files;

/// <summary>Settings of the clock.</summary>
[MinProperties(1)]
public sealed record NTP : IOmitEmpty
{
    /// <summary>Whether the clock is set by servers.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The servers.</summary>
    [Limits(MaxItems = 100)]
    [AtomicList]
    [ItemLimits(MinLength = 1, MaxLength = 512)]
    public IReadOnlyList<string> Servers { get; init => field = value ?? []; } = [];
}
