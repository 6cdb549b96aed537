using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap.Joining;

/// <summary>Trust in the cluster by a token, as joining machines have it at first.</summary>
internal sealed record BootstrapTokenDiscovery
{
    /// <summary>The API server to ask, as in "10.0.0.1:6443".</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? ApiServerEndpoint { get; init; }

    /// <summary>Hashes of public keys, one of which the cluster's authority must have, as in "sha256:...".</summary>
    [Limits(MaxItems = 100)]
    [ItemLimits(MinLength = 1, MaxLength = 512)]
    public IReadOnlyList<string> CaCertHashes { get; init => field = value ?? []; } = [];

    /// <summary>The token with which the cluster's information is signed.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? Token { get; init; }

    /// <summary>Whether to trust any cluster that knows the token; without hashes, whoever knows it can pose as the cluster.</summary>
    public bool? UnsafeSkipCAVerification { get; init; }
}
