using Slipway.Api.Crds;
using Slipway.Api.Json;
using Slipway.Api.Kubernetes.Pods;

namespace Slipway.Api.Bootstrap.Kubeadm;

/// <summary>Settings of one program of the control plane.</summary>
[MinProperties(1)]
public sealed record ControlPlaneComponent : IOmitEmpty
{
    /// <summary>Arguments beside those that kubeadm sets, by name without the leading hyphens.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [ListMap("name", "value")]
    [Rule("self.all(x, self.exists_one(y, x.name == y.name))", "extraArgs name must be unique")]
    public IReadOnlyList<Arg> ExtraArgs { get; init => field = value ?? []; } = [];

    /// <summary>Environment variables of the pod.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    public IReadOnlyList<EnvVar> ExtraEnvs { get; init => field = value ?? []; } = [];

    /// <summary>Directories of the host that are mounted into the pod.</summary>
    [Limits(MinItems = 1, MaxItems = 100)]
    [AtomicList]
    public IReadOnlyList<HostPathMount> ExtraVolumes { get; init => field = value ?? []; } = [];
}
