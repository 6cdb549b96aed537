using System.Text.Json.Serialization;
using Slipway.Api.Bootstrap.Kubeadm;
using Slipway.Api.Crds;
using Slipway.Api.Json;
using Slipway.Api.Kubernetes.Nodes;

namespace Slipway.Api.Bootstrap.Joining;

/// <summary>How a machine becomes a node.</summary>
[MinProperties(1)]
public sealed record NodeRegistrationOptions : IOmitEmpty
{
    /// <summary>The socket of the container runtime.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? CriSocket { get; init; }

    /// <summary>Faults that kubeadm only warns of; "all" for every one.</summary>
    [Limits(MinItems = 1, MaxItems = 50)]
    [AtomicList]
    [ItemLimits(MinLength = 1, MaxLength = 512)]
    public IReadOnlyList<string> IgnorePreflightErrors { get; init => field = value ?? []; } = [];

    /// <summary>When kubeadm pulls images; IfNotPresent where absent.</summary>
    [Allowed("Always", "IfNotPresent", "Never")]
    public string? ImagePullPolicy { get; init; }

    /// <summary>Whether images are pulled one after the other; they are where absent.</summary>
    public bool? ImagePullSerial { get; init; }

    /// <summary>Arguments of kubelet beside those that kubeadm sets, by name without the leading hyphens.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [ListMap("name", "value")]
    [Rule("self.all(x, self.exists_one(y, x.name == y.name))", "kubeletExtraArgs name must be unique")]
    public IReadOnlyList<Arg> KubeletExtraArgs { get; init => field = value ?? []; } = [];

    /// <summary>The node's name; the host's name where absent.</summary>
    [Limits(MinLength = 1, MaxLength = 253)]
    public string? Name { get; init; }

    /// <summary>Taints of the node: absent for the usual one of a control plane, [] for none.</summary>
    [Limits(MinItems = 0, MaxItems = 100)]
    [JsonConverter(typeof(KeepEmptyListConverter<Taint>))]
    public IReadOnlyList<Taint>? Taints { get; init; }
}
