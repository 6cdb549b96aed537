using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Bootstrap.Joining;

/// <summary>Patches for the files that kubeadm makes.</summary>
[MinProperties(1)]
public sealed record Patches : IOmitEmpty
{
    /// <summary>The directory on the machine that holds them, named "target[suffix][+patchtype].extension".</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? Directory { get; init; }
}
