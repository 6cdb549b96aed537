using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Bootstrap.Files;

/// <summary>The NTP.</summary>
[MinProperties(1)]
public sealed record NTP : IOmitEmpty
{
    /// <summary>The enabled.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The servers.</summary>
    [Limits(MaxItems = 100)]
    [AtomicList]
    [ItemLimits(MinLength = 1, MaxLength = 512)]
    public IReadOnlyList<string> Servers { get; init => field = value ?? []; } = [];
}
