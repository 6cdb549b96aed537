using Slipway.Api.Core.Shared;

namespace Slipway.Api.V1Beta1.Core.MachineDeployments;

/// <summary>How unhealthy machines are replaced.</summary>
internal sealed record RemediationStrategy
{
    /// <summary>How many machines, or which percentage, may be under replacement at once.</summary>
    public IntOrString? MaxInFlight { get; init; }
}
