using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Bootstrap;

/// <summary>The kubeadm config initialization status.</summary>
[MinProperties(1)]
public sealed record KubeadmConfigInitializationStatus : IOmitEmpty
{
    /// <summary>The data secret created.</summary>
    public bool? DataSecretCreated { get; init; }
}
