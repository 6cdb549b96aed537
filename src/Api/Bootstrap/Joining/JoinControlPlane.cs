namespace Slipway.Api.Bootstrap.Joining;

/// <summary>The join control plane.</summary>
public sealed record JoinControlPlane
{
    /// <summary>The local API endpoint.</summary>
    public LocalAPIEndpoint? LocalAPIEndpoint { get; init; }
}
