namespace Slipway.Api.Bootstrap.Joining;

/// <summary>Settings of a machine that joins the control plane.</summary>
public sealed record JoinControlPlane
{
    /// <summary>Where the machine's own API server answers.</summary>
    public LocalAPIEndpoint? LocalAPIEndpoint { get; init; }
}
