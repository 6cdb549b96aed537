using Slipway.Api.Crds;

namespace Slipway.Api.Bootstrap.Kubeadm;

/// <summary>One argument of a program.</summary>
public sealed record Arg
{
    /// <summary>The argument's name without leading hyphens.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The argument's value.</summary>
    [Required]
    [Limits(MinLength = 0, MaxLength = 1024)]
    public string Value { get; init => field = value ?? ""; } = "";
}
