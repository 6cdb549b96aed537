using Slipway.Api.Core.Shared;
using Slipway.Runtime.Controllers;

namespace Slipway.Providers.Dev;

/// <summary>How far a cluster is.</summary>
/// <param name="Findings">Its conditions but for <c>Ready</c>, which sums them up.</param>
internal sealed record ClusterOutcome(IReadOnlyList<Finding> Findings)
{
    /// <summary>Where the control plane is reached; null while that is open.</summary>
    public APIEndpoint? Endpoint { get; init; }

    /// <summary>The failure domains machines can be put in.</summary>
    public IReadOnlyList<FailureDomain> FailureDomains { get; init; } = [];

    /// <summary>Whether machines can be made.</summary>
    public bool Provisioned { get; init; }

    /// <summary>When to look again.</summary>
    public ReconcileResult Next { get; init; }
}
