namespace Slipway.Api.Core.Shared;

/// <summary>The deprecated status.</summary>
public sealed record DeprecatedStatus
{
    /// <summary>The v1beta1.</summary>
    public V1Beta1DeprecatedStatus? V1beta1 { get; init; }
}
