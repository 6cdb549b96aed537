using Slipway.Api.Crds;

namespace Slipway.Api.Core.Shared;

/// <summary>The machine taint.</summary>
public sealed record MachineTaint
{
    /// <summary>The effect.</summary>
    [Required]
    [Allowed("NoSchedule", "PreferNoSchedule", "NoExecute")]
    public string Effect { get; init => field = value ?? ""; } = "";

    /// <summary>The key.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 317, Pattern = @"^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/)?([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$")]
    public string Key { get; init => field = value ?? ""; } = "";

    /// <summary>The propagation.</summary>
    [Required]
    [Allowed("Always", "OnInitialization")]
    public string Propagation { get; init => field = value ?? ""; } = "";

    /// <summary>The value.</summary>
    [Limits(MinLength = 1, MaxLength = 63, Pattern = "^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$")]
    public string? Value { get; init; }
}
