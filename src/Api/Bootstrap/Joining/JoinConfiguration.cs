using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Bootstrap.Joining;

/// <summary>The join configuration.</summary>
[MinProperties(1)]
public sealed record JoinConfiguration : IOmitEmpty
{
    /// <summary>The ca cert path.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? CaCertPath { get; init; }

    /// <summary>The control plane.</summary>
    public JoinControlPlane? ControlPlane { get; init; }

    /// <summary>The discovery.</summary>
    public Discovery? Discovery { get; init; }

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
