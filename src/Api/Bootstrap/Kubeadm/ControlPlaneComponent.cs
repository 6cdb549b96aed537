using Slipway.Api.Crds;
using Slipway.Api.Json;
using Slipway.Api.Kubernetes.Pods;

namespace Slipway.Api.Bootstrap.Kubeadm;

/// <summary>The control plane component.</summary>
[MinProperties(1)]
public sealed record ControlPlaneComponent : IOmitEmpty
{
    /// <summary>The extra args.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [ListMap("name", "value")]
    [Rule("self.all(x, self.exists_one(y, x.name == y.name))", "extraArgs name must be unique")]
    public IReadOnlyList<Arg> ExtraArgs { get; init => field = value ?? []; } = [];

    /// <summary>The extra envs.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    public IReadOnlyList<EnvVar> ExtraEnvs { get; init => field = value ?? []; } = [];

    /// <summary>The extra volumes.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    public IReadOnlyList<HostPathMount> ExtraVolumes { get; init => field = value ?? []; } = [];
}
