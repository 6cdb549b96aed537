namespace Slipway.Api.Core.Shared;

/// <summary>The conditions deprecated status.</summary>
public sealed record ConditionsDeprecatedStatus
{
    /// <summary>The v1beta1.</summary>
    public V1Beta1ConditionsDeprecatedStatus? V1beta1 { get; init; }
}
