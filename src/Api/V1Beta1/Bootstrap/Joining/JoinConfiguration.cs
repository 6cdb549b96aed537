using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap.Joining;

/// <summary>The join configuration.</summary>
internal sealed record JoinConfiguration
{
    /// <summary>The api version.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>The ca cert path.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? CaCertPath { get; init; }

    /// <summary>The control plane.</summary>
    public JoinControlPlane? ControlPlane { get; init; }

    /// <summary>The discovery.</summary>
    public Discovery? Discovery { get; init; }

    /// <summary>The kind.</summary>
    public string? Kind { get; init; }

    /// <summary>The node registration.</summary>
    public NodeRegistrationOptions? NodeRegistration { get; init; }

    /// <summary>The patches.</summary>
    public Patches? Patches { get; init; }

    /// <summary>The skip phases.</summary>
    [Limits(MaxItems = 50)]
    [ItemLimits(MinLength = 1, MaxLength = 256)]
    public IReadOnlyList<string> SkipPhases { get; init => field = value ?? []; } = [];
}
