using System.Collections.ObjectModel;
using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Bootstrap.Kubeadm;

/// <summary>What kubeadm is told about the whole cluster.</summary>
[MinProperties(1)]
public sealed record ClusterConfiguration : IOmitEmpty
{
    /// <summary>Settings of kube-apiserver.</summary>
    public APIServer? ApiServer { get; init; }

    /// <summary>For how many days the authorities that are made are valid; 3650 where absent.</summary>
    [Limits(Minimum = 1, Maximum = 36500)]
    public int? CaCertificateValidityPeriodDays { get; init; }

    /// <summary>For how many days the certificates that are made are valid; 365 where absent.</summary>
    [Limits(Minimum = 1, Maximum = 1095)]
    public int? CertificateValidityPeriodDays { get; init; }

    /// <summary>Where certificates are kept on the machine; /etc/kubernetes/pki where absent.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? CertificatesDir { get; init; }

    /// <summary>The stable address of the control plane; taken from the Cluster where absent.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? ControlPlaneEndpoint { get; init; }

    /// <summary>Settings of kube-controller-manager.</summary>
    public ControlPlaneComponent? ControllerManager { get; init; }

    /// <summary>Settings of the cluster's DNS add-on.</summary>
    public DNS? Dns { get; init; }

    /// <summary>The kind of keys that are made; RSA-2048 where absent. ECDSA keys are much faster to make.</summary>
    [Allowed("ECDSA-P256", "ECDSA-P384", "RSA-2048", "RSA-3072", "RSA-4096")]
    public string? EncryptionAlgorithm { get; init; }

    /// <summary>Where etcd runs, and its settings.</summary>
    public Etcd? Etcd { get; init; }

    /// <summary>kubeadm's feature gates.</summary>
    public IReadOnlyDictionary<string, bool> FeatureGates { get; init => field = value ?? ReadOnlyDictionary<string, bool>.Empty; } = ReadOnlyDictionary<string, bool>.Empty;

    /// <summary>Where control-plane images come from; registry.k8s.io where absent.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? ImageRepository { get; init; }

    /// <summary>Settings of kube-scheduler.</summary>
    public ControlPlaneComponent? Scheduler { get; init; }
}
