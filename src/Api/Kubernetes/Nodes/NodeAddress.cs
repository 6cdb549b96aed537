namespace Slipway.Api.Kubernetes.Nodes;

/// <summary>One address of a node.</summary>
public sealed record NodeAddress
{
    /// <summary><c>InternalIP</c>, <c>ExternalIP</c>, <c>Hostname</c>, <c>InternalDNS</c> or <c>ExternalDNS</c>.</summary>
    public string Type { get; init => field = value ?? ""; } = "";

    /// <summary>The address.</summary>
    public string Address { get; init => field = value ?? ""; } = "";
}
