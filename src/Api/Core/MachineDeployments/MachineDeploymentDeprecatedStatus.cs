namespace Slipway.Api.Core.MachineDeployments;

/// <summary>What only older API versions say about the state.</summary>
public sealed record MachineDeploymentDeprecatedStatus
{
    /// <summary>The state in the words of v1beta1.</summary>
    public MachineDeploymentV1Beta1DeprecatedStatus? V1beta1 { get; init; }
}
