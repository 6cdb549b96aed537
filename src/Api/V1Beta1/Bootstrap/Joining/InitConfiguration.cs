using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap.Joining;

/// <summary>The init configuration.</summary>
internal sealed record InitConfiguration
{
    /// <summary>The api version.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>The bootstrap tokens.</summary>
    [Limits(MaxItems = 100)]
    public IReadOnlyList<BootstrapToken> BootstrapTokens { get; init => field = value ?? []; } = [];

    /// <summary>The kind.</summary>
    public string? Kind { get; init; }

    /// <summary>The local API endpoint.</summary>
    public LocalAPIEndpoint? LocalAPIEndpoint { get; init; }

    /// <summary>The node registration.</summary>
    public NodeRegistrationOptions? NodeRegistration { get; init; }

    /// <summary>The patches.</summary>
    public Patches? Patches { get; init; }

    /// <summary>The skip phases.</summary>
    [Limits(MaxItems = 50)]
    [ItemLimits(MinLength = 1, MaxLength = 256)]
    public IReadOnlyList<string> SkipPhases { get; init => field = value ?? []; } = [];
}
