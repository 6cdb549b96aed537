using System.Collections.ObjectModel;
using Slipway.Api.Crds;

namespace Slipway.Api.V1Beta1.Bootstrap.Kubeadm;

/// <summary>The cluster configuration.</summary>
internal sealed record ClusterConfiguration
{
    /// <summary>The api server.</summary>
    public APIServer? ApiServer { get; init; }

    /// <summary>The api version.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>The ca certificate validity period days.</summary>
    [Limits(Minimum = 1, Maximum = 36500)]
    public int? CaCertificateValidityPeriodDays { get; init; }

    /// <summary>The certificate validity period days.</summary>
    [Limits(Minimum = 1, Maximum = 1095)]
    public int? CertificateValidityPeriodDays { get; init; }

    /// <summary>The certificates dir.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? CertificatesDir { get; init; }

    /// <summary>The cluster name.</summary>
    [Limits(MinLength = 1, MaxLength = 63)]
    public string? ClusterName { get; init; }

    /// <summary>The control plane endpoint.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? ControlPlaneEndpoint { get; init; }

    /// <summary>The controller manager.</summary>
    public ControlPlaneComponent? ControllerManager { get; init; }

    /// <summary>The dns.</summary>
    public DNS? Dns { get; init; }

    /// <summary>The encryption algorithm.</summary>
    [Allowed("ECDSA-P256", "ECDSA-P384", "RSA-2048", "RSA-3072", "RSA-4096")]
    public string? EncryptionAlgorithm { get; init; }

    /// <summary>The etcd.</summary>
    public Etcd? Etcd { get; init; }

    /// <summary>The feature gates.</summary>
    public IReadOnlyDictionary<string, bool> FeatureGates { get; init => field = value ?? ReadOnlyDictionary<string, bool>.Empty; } = ReadOnlyDictionary<string, bool>.Empty;

    /// <summary>The image repository.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? ImageRepository { get; init; }

    /// <summary>The kind.</summary>
    public string? Kind { get; init; }

    /// <summary>The kubernetes version.</summary>
    [Limits(MinLength = 1, MaxLength = 256)]
    public string? KubernetesVersion { get; init; }

    /// <summary>The networking.</summary>
    public Networking? Networking { get; init; }

    /// <summary>The scheduler.</summary>
    public ControlPlaneComponent? Scheduler { get; init; }
}
