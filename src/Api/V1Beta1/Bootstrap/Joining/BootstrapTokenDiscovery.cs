using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap.Joining;

/// <summary>The bootstrap token discovery.</summary>
internal sealed record BootstrapTokenDiscovery
{
    /// <summary>The api server endpoint.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? ApiServerEndpoint { get; init; }

    /// <summary>The ca cert hashes.</summary>
    [Limits(MaxItems = 100)]
    [ItemLimits(MinLength = 1, MaxLength = 512)]
    public IReadOnlyList<string> CaCertHashes { get; init => field = value ?? []; } = [];

    /// <summary>The token.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? Token { get; init; }

    /// <summary>The unsafe skip CA verification.</summary>
    public bool? UnsafeSkipCAVerification { get; init; }
}
