using Slipway.Api.Crds;

namespace Slipway.Api.Bootstrap.Joining;

/// <summary>One environment variable of a credential program.</summary>
public sealed record KubeConfigAuthExecEnv
{
    /// <summary>The variable.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 512)]
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The value.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 512)]
    public string Value { get; init => field = value ?? ""; } = "";
}
