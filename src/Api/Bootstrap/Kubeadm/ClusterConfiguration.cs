using System.Collections.ObjectModel;
using Slipway.Api.Crds;
using Slipway.Api.Json;

namespace Slipway.Api.Bootstrap.Kubeadm;

/// <summary>The cluster configuration.</summary>
[MinProperties(1)]
public sealed record ClusterConfiguration : IOmitEmpty
{
    /// <summary>The api server.</summary>
    public APIServer? ApiServer { get; init; }

    /// <summary>The ca certificate validity period days.</summary>
    [Limits(Minimum = 1, Maximum = 36500)]
    public int? CaCertificateValidityPeriodDays { get; init; }

    /// <summary>The certificate validity period days.</summary>
    [Limits(Minimum = 1, Maximum = 1095)]
    public int? CertificateValidityPeriodDays { get; init; }

    /// <summary>The certificates dir.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? CertificatesDir { get; init; }

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

    /// <summary>The scheduler.</summary>
    public ControlPlaneComponent? Scheduler { get; init; }
}
