using Slipway.Api.Crds;

namespace Slipway.Api.Core.Shared;

/// <summary>A taint that a machine's node gets.</summary>
public sealed record MachineTaint
{
    /// <summary>What becomes of pods that do not tolerate it.</summary>
    [Required]
    [Allowed("NoSchedule", "PreferNoSchedule", "NoExecute")]
    public string Effect { get; init => field = value ?? ""; } = "";

    /// <summary>The taint's key.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 317, Pattern = @"^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/)?([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$")]
    public string Key { get; init => field = value ?? ""; } = "";

    /// <summary>Whether the node always has it (Always) or gets it once, at its start (OnInitialization).</summary>
    [Required]
    [Allowed("Always", "OnInitialization")]
    public string Propagation { get; init => field = value ?? ""; } = "";

    /// <summary>The taint's value.</summary>
    [Limits(MinLength = 1, MaxLength = 63, Pattern = "^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$")]
    public string? Value { get; init; }
}
