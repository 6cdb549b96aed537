using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap.Files;

/// <summary>The NTP.</summary>
internal sealed record NTP
{
    /// <summary>The enabled.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The servers.</summary>
    [Limits(MaxItems = 100)]
    [ItemLimits(MinLength = 1, MaxLength = 512)]
    public IReadOnlyList<string> Servers { get; init => field = value ?? []; } = [];
}
