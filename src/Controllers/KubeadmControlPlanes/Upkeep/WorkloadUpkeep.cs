using System.Collections.Concurrent;
using Slipway.Controllers.Contracts;
using Slipway.Controllers.KubeadmControlPlanes.Views;

namespace Slipway.Controllers.KubeadmControlPlanes.Upkeep;

/// <summary>Keeps what kubeadm left inside workload clusters in step with their control plane.</summary>
internal sealed class WorkloadUpkeep
{
    // What was checked already, by the control plane's uid: it only saves calls, and is learnt anew after a start.
    private readonly ConcurrentDictionary<string, string> _kept = new();

    /// <summary>Prepares a workload cluster for machines of the version and configuration wanted.</summary>
    /// <param name="view">What is.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <returns>What was changed, one sentence each.</returns>
    public async ValueTask<IReadOnlyList<string>> PrepareAsync(View view, CancellationToken cancellation)
    {
        if (view.Workload.Cluster is not { } workload || KubernetesVersion.Parse(view.ControlPlane.Spec.Version) is not { } version)
        {
            return [];
        }

        return await OnceAsync(view, "prepare", async sentences =>
        {
            await KubeletAccess.KeepAsync(workload.Client, version, sentences, cancellation);
            await KubeadmConfigMap.KeepAsync(workload.Client, view, version, sentences, cancellation);
        });
    }

    /// <summary>Brings kube-proxy and CoreDNS to the version and configuration wanted.</summary>
    /// <param name="view">What is.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <returns>What was changed, one sentence each.</returns>
    public async ValueTask<IReadOnlyList<string>> KeepAddOnsAsync(View view, CancellationToken cancellation)
    {
        if (view.Workload.Cluster is not { } workload || KubernetesVersion.Parse(view.ControlPlane.Spec.Version) is not { } version)
        {
            return [];
        }

        return await OnceAsync(view, "add-ons", async sentences =>
        {
            await KubeProxy.KeepAsync(workload.Client, view, version, sentences, cancellation);
            await CoreDns.KeepAsync(workload.Client, view, version, sentences, cancellation);
        });
    }

    private async ValueTask<IReadOnlyList<string>> OnceAsync(View view, string what, Func<List<string>, ValueTask> work)
    {
        var key = $"{view.ControlPlane.Metadata.Uid}/{what}";
        var state = $"{view.ControlPlane.Metadata.Generation} {view.ControlPlane.Metadata.Annotations.Count}";
        if (_kept.TryGetValue(key, out var kept) && kept == state)
        {
            return [];
        }

        var sentences = new List<string>();
        await work(sentences);
        _kept[key] = state;
        return sentences;
    }
}
