using Slipway.Api.Core;
using Slipway.Controllers.Kubeadm.Certificates;
using Slipway.Controllers.KubeadmControlPlanes.Views;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.KubeadmControlPlanes;

/// <summary>Whether the cluster's kubeconfig must be made, or made anew; pure functions of the view.</summary>
internal static class KubeconfigPlan
{
    /// <summary>What is to be done about the kubeconfig.</summary>
    /// <param name="view">What is.</param>
    /// <returns>The change, or null for none.</returns>
    public static Change.MakeKubeconfig? Next(View view)
    {
        var endpoint = view.Cluster!.Spec.ControlPlaneEndpoint!;
        var server = $"https://{endpoint.Host}:{endpoint.Port}";
        if (view.Certificates.Authority is null)
        {
            return null;
        }

        if (view.Kubeconfig is not { } present)
        {
            return new Change.MakeKubeconfig(server, "make the cluster's kubeconfig");
        }

        return RenewAt(view) <= view.Now
            ? new Change.MakeKubeconfig(AdminKubeconfig.ServerOf(present) ?? server, "renew the cluster's kubeconfig: its client certificate is past half of its life")
            : null;
    }

    /// <summary>When the kubeconfig is to be renewed; null where somebody else looks after it.</summary>
    /// <param name="view">What is.</param>
    public static DateTimeOffset? RenewAt(View view) =>
        view.Kubeconfig is { Type: SecretTypes.Cluster } secret && secret.Metadata.IsControlledBy(view.ControlPlane)
            ? AdminKubeconfig.RenewAt(secret)
            : null;
}
