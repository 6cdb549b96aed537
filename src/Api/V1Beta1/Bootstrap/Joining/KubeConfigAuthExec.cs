using Slipway.Api.Bootstrap.Joining;
using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap.Joining;

/// <summary>A program that gives credentials.</summary>
internal sealed record KubeConfigAuthExec
{
    /// <summary>The version of the program's protocol; client.authentication.k8s.io/v1 where absent.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? ApiVersion { get; init; }

    /// <summary>The program's arguments.</summary>
    [Limits(MaxItems = 100)]
    [ItemLimits(MinLength = 1, MaxLength = 512)]
    public IReadOnlyList<string> Args { get; init => field = value ?? []; } = [];

    /// <summary>The program.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 1024)]
    public string Command { get; init => field = value ?? ""; } = "";

    /// <summary>Environment variables of the program.</summary>
    [Limits(MaxItems = 100)]
    public IReadOnlyList<KubeConfigAuthExecEnv> Env { get; init => field = value ?? []; } = [];

    /// <summary>Whether the program is told about the cluster.</summary>
    public bool? ProvideClusterInfo { get; init; }
}
