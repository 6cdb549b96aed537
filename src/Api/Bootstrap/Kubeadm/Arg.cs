using Slipway.Api.Crds;

namespace Slipway.Api.Bootstrap.Kubeadm;

/// <summary>The arg.</summary>
public sealed record Arg
{
    /// <summary>The name.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The value.</summary>
    [Required]
    [Limits(MinLength = 0, MaxLength = 1024)]
    public string Value { get; init => field = value ?? ""; } = "";
}
