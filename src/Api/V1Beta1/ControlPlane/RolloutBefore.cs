namespace Slipway.Api.V1Beta1.ControlPlane;

/// <summary>What a rollout comes before.</summary>
internal sealed record RolloutBefore
{
    /// <summary>Machines are replaced this many days before their certificates end.</summary>
    public int? CertificatesExpiryDays { get; init; }
}
