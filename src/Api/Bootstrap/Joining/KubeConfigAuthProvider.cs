using System.Collections.ObjectModel;
using Slipway.Api.Crds;

namespace Slipway.Api.Bootstrap.Joining;

/// <summary>A credential plug-in of the client.</summary>
public sealed record KubeConfigAuthProvider
{
    /// <summary>The plug-in's settings.</summary>
    public IReadOnlyDictionary<string, string> Config { get; init => field = value ?? ReadOnlyDictionary<string, string>.Empty; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The plug-in.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Name { get; init => field = value ?? ""; } = "";
}
