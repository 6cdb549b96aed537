using Slipway.Api.Crds;

namespace Slipway.Api.Core.Shared;

/// <summary>The status version.</summary>
public sealed record StatusVersion
{
    /// <summary>The replicas.</summary>
    [Limits(Minimum = 1)]
    public int? Replicas { get; init; }

    /// <summary>The version.</summary>
    [Required]
    [Limits(MinLength = 1, MaxLength = 256)]
    public string Version { get; init => field = value ?? ""; } = "";
}
