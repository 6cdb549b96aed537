using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap.Kubeadm;

/// <summary>Addresses and names inside the cluster.</summary>
internal sealed record Networking
{
    /// <summary>The domain of services.</summary>
    [Limits(MinLength = 1, MaxLength = 253)]
    public string? DnsDomain { get; init; }

    /// <summary>The addresses of pods.</summary>
    [Limits(MinLength = 1, MaxLength = 1024)]
    public string? PodSubnet { get; init; }

    /// <summary>The addresses of services.</summary>
    [Limits(MinLength = 1, MaxLength = 1024)]
    public string? ServiceSubnet { get; init; }
}
