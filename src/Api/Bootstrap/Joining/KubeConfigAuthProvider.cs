using System.Collections.ObjectModel;
using Slipway.Api.Crds;

namespace Slipway.Api.Bootstrap.Joining;

/// <summary>The kube config auth provider.</summary>
public sealed record KubeConfigAuthProvider
{
    /// <summary>The config.</summary>
    public IReadOnlyDictionary<string, string> Config { get; init => field = value ?? ReadOnlyDictionary<string, string>.Empty; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The name.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Name { get; init => field = value ?? ""; } = "";
}
