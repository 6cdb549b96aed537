using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Bootstrap.Joining;

/// <summary>The bootstrap token discovery.</summary>
[MinProperties(1)]
public sealed record BootstrapTokenDiscovery : IOmitEmpty
{
    /// <summary>The api server endpoint.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? ApiServerEndpoint { get; init; }

    /// <summary>The ca cert hashes.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    [ItemLimits(MinLength = 1, MaxLength = 512)]
    public IReadOnlyList<string> CaCertHashes { get; init => field = value ?? []; } = [];

    /// <summary>The token.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? Token { get; init; }

    /// <summary>The unsafe skip CA verification.</summary>
    public bool? UnsafeSkipCAVerification { get; init; }
}
