using System.Collections.ObjectModel;
using Slipway.Api.Crds;
using Slipway.Api.Kubernetes.Nodes;

namespace Slipway.Api.V1Beta1.Bootstrap.Joining;

/// <summary>The node registration options.</summary>
internal sealed record NodeRegistrationOptions
{
    /// <summary>The cri socket.</summary>
    [Limits(MinLength = 1, MaxLength = 512)]
    public string? CriSocket { get; init; }

    /// <summary>The ignore preflight errors.</summary>
    [Limits(MaxItems = 50)]
    [ItemLimits(MinLength = 1, MaxLength = 512)]
    public IReadOnlyList<string> IgnorePreflightErrors { get; init => field = value ?? []; } = [];

    /// <summary>The image pull policy.</summary>
    [Allowed("Always", "IfNotPresent", "Never")]
    public string? ImagePullPolicy { get; init; }

    /// <summary>The image pull serial.</summary>
    public bool? ImagePullSerial { get; init; }

    /// <summary>The kubelet extra args.</summary>
    public IReadOnlyDictionary<string, string> KubeletExtraArgs { get; init => field = value ?? ReadOnlyDictionary<string, string>.Empty; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The name.</summary>
    [Limits(MinLength = 1, MaxLength = 253)]
    public string? Name { get; init; }

    /// <summary>The taints.</summary>
    [Limits(MaxItems = 100)]
    public IReadOnlyList<Taint> Taints { get; init => field = value ?? []; } = [];
}
