namespace Slipway.Api.Core.Shared;

/// <summary>What only older API versions say about the state.</summary>
public sealed record ConditionsDeprecatedStatus
{
    /// <summary>The state in the words of v1beta1.</summary>
    public V1Beta1ConditionsDeprecatedStatus? V1beta1 { get; init; }
}
