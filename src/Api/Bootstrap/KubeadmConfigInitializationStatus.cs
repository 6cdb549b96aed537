using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Bootstrap;

/// <summary>What has been done once for the setup; it is not undone.</summary>
[MinProperties(1)]
public sealed record KubeadmConfigInitializationStatus : IOmitEmpty
{
    /// <summary>Whether the script has been made; the machine waits for it.</summary>
    public bool? DataSecretCreated { get; init; }
}
