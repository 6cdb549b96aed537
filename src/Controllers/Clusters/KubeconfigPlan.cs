using Slipway.Api.Core;
using Slipway.Controllers.Contracts;
using Slipway.Controllers.Kubeadm.Certificates;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.Clusters;

/// <summary>Whether the kubeconfig of a cluster without a control plane object must be made, or made anew; pure.</summary>
internal static class KubeconfigPlan
{
    /// <summary>What is to be done about the kubeconfig.</summary>
    /// <param name="view">What is.</param>
    /// <returns>One change or none.</returns>
    public static IEnumerable<Change> Next(View view)
    {
        var cluster = view.Cluster;
        if (cluster.Spec.ControlPlaneRef is not null || cluster.Spec.Topology is not null || !cluster.Spec.ControlPlaneEndpoint.IsValid || view.Authority is null)
        {
            yield break;
        }

        var endpoint = cluster.Spec.ControlPlaneEndpoint!;
        var server = $"https://{endpoint.Host}:{endpoint.Port}";
        if (view.Kubeconfig is not { } present)
        {
            yield return new Change.WriteKubeconfig(server, $"make the kubeconfig of Cluster {cluster.Metadata.Name}: it has no control plane object that would");
        }
        else if (RenewAt(view) <= view.Now)
        {
            yield return new Change.WriteKubeconfig(
                AdminKubeconfig.ServerOf(present) ?? server, $"renew the kubeconfig of Cluster {cluster.Metadata.Name}: its client certificate is past half of its life");
        }
    }

    /// <summary>When the kubeconfig is to be renewed; null where somebody else looks after it.</summary>
    /// <param name="view">What is.</param>
    public static DateTimeOffset? RenewAt(View view) =>
        view.Kubeconfig is { Type: SecretTypes.Cluster } secret && secret.Metadata.IsControlledBy(view.Cluster) ? AdminKubeconfig.RenewAt(secret) : null;
}
