using Slipway.Api.Core.Shared;
using Slipway.Runtime.Controllers;

namespace Slipway.Providers.Dev;

/// <summary>How far a machine is.</summary>
/// <param name="Findings">Its conditions but for <c>Ready</c>, which sums them up.</param>
internal sealed record MachineOutcome(IReadOnlyList<Finding> Findings)
{
    /// <summary>The machine's id; null while there is none.</summary>
    public string? ProviderId { get; init; }

    /// <summary>Its addresses.</summary>
    public IReadOnlyList<MachineAddress> Addresses { get; init; } = [];

    /// <summary>Whether it exists.</summary>
    public bool Provisioned { get; init; }

    /// <summary>When to look again.</summary>
    public ReconcileResult Next { get; init; }
}
