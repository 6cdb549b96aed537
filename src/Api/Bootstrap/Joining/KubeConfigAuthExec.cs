using Slipway.Api.Crds;

namespace Slipway.Api.Bootstrap.Joining;

/// <summary>The kube config auth exec.</summary>
public sealed record KubeConfigAuthExec
{
    /// <summary>The api version.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? ApiVersion { get; init; }

    /// <summary>The args.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    [ItemLimits(MinLength = 1, MaxLength = 512)]
    public IReadOnlyList<string> Args { get; init => field = value ?? []; } = [];

    /// <summary>The command.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 1024)]
    public string Command { get; init => field = value ?? ""; } = "";

    /// <summary>The env.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    public IReadOnlyList<KubeConfigAuthExecEnv> Env { get; init => field = value ?? []; } = [];

    /// <summary>The provide cluster info.</summary>
    public bool? ProvideClusterInfo { get; init; }
}
