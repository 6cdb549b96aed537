using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap.Kubeadm;

/// <summary>The networking.</summary>
internal sealed record Networking
{
    /// <summary>The dns domain.</summary>
    [Limits(MinLength = 1, MaxLength = 253)]
    public string? DnsDomain { get; init; }

    /// <summary>The pod subnet.</summary>
    [Limits(MinLength = 1, MaxLength = 1024)]
    public string? PodSubnet { get; init; }

    /// <summary>The service subnet.</summary>
    [Limits(MinLength = 1, MaxLength = 1024)]
    public string? ServiceSubnet { get; init; }
}
