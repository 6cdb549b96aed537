using System.Text.Json.Serialization;
using Slipway.Api.Bootstrap.Kubeadm;
using Slipway.Api.Crds;
using Slipway.Api.Json;
using Slipway.Api.Kubernetes.Nodes;

namespace Slipway.Api.Bootstrap.Joining;

/// <summary>The node registration options.</summary>
[MinProperties(1)]
public sealed record NodeRegistrationOptions : IOmitEmpty
{
    /// <summary>The cri socket.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? CriSocket { get; init; }

    /// <summary>The ignore preflight errors.</summary>
    [Limits(MinItems = 1, MaxItems = 50)]
    [AtomicList]
    [ItemLimits(MinLength = 1, MaxLength = 512)]
    public IReadOnlyList<string> IgnorePreflightErrors { get; init => field = value ?? []; } = [];

    /// <summary>The image pull policy.</summary>
    [Allowed("Always", "IfNotPresent", "Never")]
    public string? ImagePullPolicy { get; init; }

    /// <summary>The image pull serial.</summary>
    public bool? ImagePullSerial { get; init; }

    /// <summary>The kubelet extra args.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [ListMap("name", "value")]
    [Rule("self.all(x, self.exists_one(y, x.name == y.name))", "kubeletExtraArgs name must be unique")]
    public IReadOnlyList<Arg> KubeletExtraArgs { get; init => field = value ?? []; } = [];

    /// <summary>The name.</summary>
    [Limits(MinLength = 1, MaxLength = 253)]
    public string? Name { get; init; }

    /// <summary>The taints.</summary>
    [Limits(MinItems = 0, MaxItems = 100)]
    [JsonConverter(typeof(KeepEmptyListConverter<Taint>))]
    public IReadOnlyList<Taint>? Taints { get; init; }
}
