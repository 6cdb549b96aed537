namespace Slipway.Api.Core.MachineDeployments;

/// <summary>The machine deployment deprecated status.</summary>
public sealed record MachineDeploymentDeprecatedStatus
{
    /// <summary>The v1beta1.</summary>
    public MachineDeploymentV1Beta1DeprecatedStatus? V1beta1 { get; init; }
}
