namespace Slipway.Api.Core.MachineSets;

/// <summary>What only older API versions say about the state.</summary>
public sealed record MachineSetDeprecatedStatus
{
    /// <summary>The state in the words of v1beta1.</summary>
    public MachineSetV1Beta1DeprecatedStatus? V1beta1 { get; init; }
}
