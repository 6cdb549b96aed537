using Slipway.Api.Core;
using Slipway.Controllers.Contracts;
using Slipway.Controllers.KubeadmControlPlanes.Views;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;

namespace Slipway.Controllers.KubeadmControlPlanes.Upkeep;

/// <summary>kube-proxy in a workload cluster: as old as the control plane.</summary>
internal static class KubeProxy
{
    private const string Container = "kube-proxy";
    private static readonly ResourceType DaemonSets = new("apps", "v1", "DaemonSet", "daemonsets");
    private static readonly ObjectKey Name = new("kube-system", "kube-proxy");

    /// <summary>Gives kube-proxy the image of the version wanted; nothing happens where there is none, or the user looks after it.</summary>
    /// <param name="workload">The API of the workload cluster.</param>
    /// <param name="view">What is.</param>
    /// <param name="version">The version wanted.</param>
    /// <param name="sentences">Is told what was changed.</param>
    /// <param name="cancellation">Ends the calls.</param>
    public static async ValueTask KeepAsync(
        IClient workload, View view, KubernetesVersion version, List<string> sentences, CancellationToken cancellation)
    {
        if (view.ControlPlane.Metadata.Annotations.ContainsKey(Annotations.SkipKubeProxy)
            || await workload.TryGetAsync(DaemonSets, Name, cancellation) is not { } present
            || PodImages.ImageOf(present, Container) is not { } image)
        {
            return;
        }

        // A tag has no plus sign: build metadata follows an underscore there.
        var wanted = image.In(view.Config.ClusterConfiguration?.ImageRepository) with { Tag = version.ToString().Replace('+', '_') };
        if (wanted != image)
        {
            await PodImages.SetImageAsync(workload, DaemonSets, present, (Container, wanted), cancellation);
            sentences.Add($"update kube-proxy of the workload cluster from {image} to {wanted}");
        }
    }
}
