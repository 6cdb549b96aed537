namespace Slipway.Api.Core.MachineSets;

/// <summary>The machine set deprecated status.</summary>
public sealed record MachineSetDeprecatedStatus
{
    /// <summary>The v1beta1.</summary>
    public MachineSetV1Beta1DeprecatedStatus? V1beta1 { get; init; }
}
