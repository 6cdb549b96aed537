using Slipway.Api.Core;
using Slipway.Controllers.Contracts;
using Slipway.Controllers.KubeadmControlPlanes.Views;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;

namespace Slipway.Controllers.KubeadmControlPlanes.Upkeep;

/// <summary>CoreDNS in a workload cluster: as the ClusterConfiguration says, else as it is.</summary>
internal static class CoreDns
{
    private const string Container = "coredns";
    private static readonly string[] OfficialFolders = ["registry.k8s.io", "k8s.gcr.io"];
    private static readonly KubernetesVersion NestedSince = new(1, 8, 0, "", "");
    private static readonly ResourceType Deployments = new("apps", "v1", "Deployment", "deployments");
    private static readonly ObjectKey Name = new("kube-system", "coredns");

    /// <summary>Gives CoreDNS the image wanted; nothing happens where there is none, or the user looks after it. It never goes back to an older one.</summary>
    /// <param name="workload">The API of the workload cluster.</param>
    /// <param name="view">What is.</param>
    /// <param name="version">The Kubernetes version wanted.</param>
    /// <param name="sentences">Is told what was changed.</param>
    /// <param name="cancellation">Ends the calls.</param>
    public static async ValueTask KeepAsync(
        IClient workload, View view, KubernetesVersion version, List<string> sentences, CancellationToken cancellation)
    {
        if (view.Config.ClusterConfiguration is null
            || view.ControlPlane.Metadata.Annotations.ContainsKey(Annotations.SkipCoreDNS)
            || await workload.TryGetAsync(Deployments, Name, cancellation) is not { } present
            || PodImages.ImageOf(present, Container) is not { } image)
        {
            return;
        }

        var wanted = Wanted(view, image);
        if (wanted == image)
        {
            return;
        }

        if (KubernetesVersion.Parse(image.Tag) is { } from && KubernetesVersion.Parse(wanted.Tag) is { } to && to.CompareTo(from) < 0)
        {
            sentences.Add($"leave CoreDNS of the workload cluster at {image}: {wanted} is older");
            return;
        }

        await KubeadmConfigMap.KeepDnsAsync(workload, view, version, sentences, cancellation);
        await PodImages.SetImageAsync(workload, Deployments, present, (Container, wanted), cancellation);
        sentences.Add($"update CoreDNS of the workload cluster from {image} to {wanted}");
    }

    /// <summary>The image wanted.</summary>
    /// <param name="view">What is.</param>
    /// <param name="image">The present image.</param>
    internal static ContainerImage Wanted(View view, ContainerImage image)
    {
        var config = view.Config.ClusterConfiguration!;
        var folder = config.Dns?.ImageRepository is { Length: > 0 } own ? own : config.ImageRepository;
        var wanted = image.In(folder) with { Tag = config.Dns?.ImageTag is { Length: > 0 } tag ? tag : image.Tag };

        // The official registry keeps CoreDNS in a folder of its own since 1.8.0.
        return OfficialFolders.Contains(wanted.Folder) && KubernetesVersion.Parse(wanted.Tag) is { } version && version.CompareTo(NestedSince) >= 0
            ? wanted with { Repository = $"{wanted.Folder}/{Container}/{Container}" }
            : wanted;
    }
}
