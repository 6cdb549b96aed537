using Slipway.Api.Core.Shared;

namespace Slipway.Api.V1Beta1.Core.MachineDeployments;

/// <summary>The remediation strategy.</summary>
internal sealed record RemediationStrategy
{
    /// <summary>The max in flight.</summary>
    public IntOrString? MaxInFlight { get; init; }
}
