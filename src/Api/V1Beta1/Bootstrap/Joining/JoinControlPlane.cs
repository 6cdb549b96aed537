namespace Slipway.Api.V1Beta1.Bootstrap.Joining;

/// <summary>The join control plane.</summary>
internal sealed record JoinControlPlane
{
    /// <summary>The local API endpoint.</summary>
    public LocalAPIEndpoint? LocalAPIEndpoint { get; init; }
}
