using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Bootstrap.Joining;

/// <summary>The init configuration.</summary>
[MinProperties(1)]
public sealed record InitConfiguration : IOmitEmpty
{
    /// <summary>The bootstrap tokens.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    public IReadOnlyList<BootstrapToken> BootstrapTokens { get; init => field = value ?? []; } = [];

    /// <summary>The local API endpoint.</summary>
    public LocalAPIEndpoint? LocalAPIEndpoint { get; init; }

    /// <summary>The node registration.</summary>
    public NodeRegistrationOptions? NodeRegistration { get; init; }

    /// <summary>The patches.</summary>
    public Patches? Patches { get; init; }

    /// <summary>The skip phases.</summary>
    [Limits(MinItems = 1, MaxItems = 50)]
    [AtomicList]
    [ItemLimits(MinLength = 1, MaxLength = 256)]
    public IReadOnlyList<string> SkipPhases { get; init => field = value ?? []; } = [];

    /// <summary>The timeouts.</summary>
    public Timeouts? Timeouts { get; init; }
}
