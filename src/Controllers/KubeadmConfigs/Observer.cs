using Slipway.Api.Bootstrap;
using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.Machines;
using Slipway.Api.Kubernetes;
using Slipway.Controllers.Kubeadm.Certificates;
using Slipway.Controllers.Shared;
using Slipway.Controllers.Workloads;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Informers;

namespace Slipway.Controllers.KubeadmConfigs;

/// <summary>Reads views from the snapshots.</summary>
/// <param name="context">What every controller is given.</param>
internal sealed class Observer(ControllerContext context)
{
    private readonly IInformer<KubeadmConfig> _configs = context.Informers.Of<KubeadmConfig>();
    private readonly IInformer<Machine> _machines = context.Informers.Of<Machine>();
    private readonly IInformer<Cluster> _clusters = context.Informers.Of<Cluster>();
    private readonly IInformer<Secret> _secrets = context.Informers.Of<Secret>(WorkloadWiring.ClusterSecrets);
    private readonly IInformer<ConfigMap> _locks = context.Informers.Of<ConfigMap>(WorkloadWiring.ClusterSecrets);

    /// <summary>Reads a view.</summary>
    /// <param name="key">The KubeadmConfig.</param>
    /// <returns>The view, or null where the KubeadmConfig is gone.</returns>
    public View? Read(ObjectKey key)
    {
        if (_configs.Get(key) is not { } config)
        {
            return null;
        }

        var view = new View { Config = config, Owner = config.Metadata.ControllerOwner, Now = context.Time.GetUtcNow() };
        if (view.Owner is not { Kind: "Machine" } owner || _machines.Get(key with { Name = owner.Name }) is not { } machine)
        {
            return view;
        }

        var clusterKey = key with { Name = machine.Spec.ClusterName };
        return view with
        {
            Machine = machine,
            Cluster = _clusters.Get(clusterKey),
            Certificates = CertificateSet.Read(_secrets, clusterKey, config.Spec.ClusterConfiguration),
            Lock = _locks.Get(InitLock.KeyOf(clusterKey)),
            DataSecret = config.Status.DataSecretName is { Length: > 0 } name ? _secrets.Get(key with { Name = name }) : null,
            Workload = context.Workloads.TryGet(clusterKey),
            WorkloadState = context.Workloads.StateOf(clusterKey),
        };
    }
}
