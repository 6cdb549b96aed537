using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Bootstrap.Joining;

/// <summary>Trust in the cluster by a token, as joining machines have it at first.</summary>
[MinProperties(1)]
public sealed record BootstrapTokenDiscovery : IOmitEmpty
{
    /// <summary>The API server to ask, as in "10.0.0.1:6443".</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? ApiServerEndpoint { get; init; }

    /// <summary>Hashes of public keys, one of which the cluster's authority must have, as in "sha256:...".</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    [ItemLimits(MinLength = 1, MaxLength = 512)]
    public IReadOnlyList<string> CaCertHashes { get; init => field = value ?? []; } = [];

    /// <summary>The token with which the cluster's information is signed.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? Token { get; init; }

    /// <summary>Whether to trust any cluster that knows the token; without hashes, whoever knows it can pose as the cluster.</summary>
    public bool? UnsafeSkipCAVerification { get; init; }
}
