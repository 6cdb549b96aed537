using Slipway.Api.Crds;

namespace Slipway.Api.Bootstrap.Joining;

/// <summary>A program that gives credentials.</summary>
public sealed record KubeConfigAuthExec
{
    /// <summary>The version of the program's protocol; client.authentication.k8s.io/v1 where absent.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? ApiVersion { get; init; }

    /// <summary>The program's arguments.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    [ItemLimits(MinLength = 1, MaxLength = 512)]
    public IReadOnlyList<string> Args { get; init => field = value ?? []; } = [];

    /// <summary>The program.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 1024)]
    public string Command { get; init => field = value ?? ""; } = "";

    /// <summary>Environment variables of the program.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    public IReadOnlyList<KubeConfigAuthExecEnv> Env { get; init => field = value ?? []; } = [];

    /// <summary>Whether the program is told about the cluster.</summary>
    public bool? ProvideClusterInfo { get; init; }
}
