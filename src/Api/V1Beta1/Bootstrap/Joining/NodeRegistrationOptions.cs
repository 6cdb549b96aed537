using System.Collections.ObjectModel;
using Slipway.Api.Crds;
using Slipway.Api.Kubernetes.Nodes;

namespace Slipway.Api.V1Beta1.Bootstrap.Joining;

/// <summary>How a machine becomes a node.</summary>
internal sealed record NodeRegistrationOptions
{
    /// <summary>The socket of the container runtime.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? CriSocket { get; init; }

    /// <summary>Faults that kubeadm only warns of; "all" for every one.</summary>
    [Limits(MaxItems = 50)]
    [ItemLimits(MinLength = 1, MaxLength = 512)]
    public IReadOnlyList<string> IgnorePreflightErrors { get; init => field = value ?? []; } = [];

    /// <summary>When kubeadm pulls images; IfNotPresent where absent.</summary>
    [Allowed("Always", "IfNotPresent", "Never")]
    public string? ImagePullPolicy { get; init; }

    /// <summary>Whether images are pulled one after the other; they are where absent.</summary>
    public bool? ImagePullSerial { get; init; }

    /// <summary>Arguments of kubelet beside those that kubeadm sets, by name without the leading hyphens.</summary>
    public IReadOnlyDictionary<string, string> KubeletExtraArgs { get; init => field = value ?? ReadOnlyDictionary<string, string>.Empty; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The node's name; the host's name where absent.</summary>
    [Limits(MinLength = 1, MaxLength = 253)]
    public string? Name { get; init; }

    /// <summary>Taints of the node: absent for the usual one of a control plane, [] for none.</summary>
    [Limits(MaxItems = 100)]
    public IReadOnlyList<Taint> Taints { get; init => field = value ?? []; } = [];
}
