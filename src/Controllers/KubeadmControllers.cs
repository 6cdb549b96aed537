using Slipway.Controllers.Kubeadm.Certificates;
using Slipway.Controllers.Shared;
using Slipway.Controllers.Workloads.Etcd;
using Slipway.Machinery.Pki;
using Slipway.Runtime.Controllers;

namespace Slipway.Controllers;

/// <summary>The controllers that set machines up with kubeadm.</summary>
public static class KubeadmControllers
{
    /// <summary>Adds them to a host.</summary>
    /// <param name="host">The host that runs them.</param>
    /// <param name="context">What every controller is given.</param>
    /// <param name="keys">Where private keys come from.</param>
    /// <param name="etcd">Speaks with the etcd clusters inside workload clusters.</param>
    public static ControllerHost Add(ControllerHost host, ControllerContext context, IKeySource keys, IEtcdMembership etcd)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(context);
        var maker = new CertificateMaker(context.Client, keys, context.Time);
        return host
            .Add(KubeadmConfigs.Wiring.Build(context, maker))
            .Add(KubeadmControlPlanes.Wiring.Build(context, maker, etcd));
    }
}
