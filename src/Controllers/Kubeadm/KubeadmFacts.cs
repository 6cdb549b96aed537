namespace Slipway.Controllers.Kubeadm;

/// <summary>What kubeadm's ClusterConfiguration takes from the Cluster and the Machine rather than from the KubeadmConfig.</summary>
internal sealed record KubeadmFacts
{
    /// <summary>The Cluster's name.</summary>
    public string? ClusterName { get; init; }

    /// <summary>The Machine's Kubernetes version, with its v.</summary>
    public string? KubernetesVersion { get; init; }

    /// <summary>Where the control plane is to be reached, as <c>host:port</c>; used where the KubeadmConfig names none.</summary>
    public string? ControlPlaneEndpoint { get; init; }

    /// <summary>The domain of services.</summary>
    public string? DnsDomain { get; init; }

    /// <summary>The ranges of service addresses, joined by commas.</summary>
    public string? ServiceSubnet { get; init; }

    /// <summary>The ranges of Pod addresses, joined by commas.</summary>
    public string? PodSubnet { get; init; }

    /// <summary>How long the API server may take to come up, for versions where that stands in the ClusterConfiguration.</summary>
    public int? ControlPlaneComponentHealthCheckSeconds { get; init; }
}
