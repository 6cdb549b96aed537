namespace Slipway.Api.V1Beta1.ControlPlane;

/// <summary>The rollout before.</summary>
internal sealed record RolloutBefore
{
    /// <summary>The certificates expiry days.</summary>
    public int? CertificatesExpiryDays { get; init; }
}
