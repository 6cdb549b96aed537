namespace Slipway.Api.Core.Shared;

/// <summary>What only older API versions say about the state.</summary>
public sealed record DeprecatedStatus
{
    /// <summary>The state in the words of v1beta1.</summary>
    public V1Beta1DeprecatedStatus? V1beta1 { get; init; }
}
