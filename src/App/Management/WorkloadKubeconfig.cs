using System.Text;
using Slipway.Api.Core.Clusters;
using Slipway.Api.Kubernetes;
using Slipway.App.Output;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;

namespace Slipway.App.Management;

/// <summary>Reads how a workload cluster is reached.</summary>
internal static class WorkloadKubeconfig
{
    /// <summary>Reads the kubeconfig.</summary>
    /// <param name="client">The management plane.</param>
    /// <param name="cluster">The Cluster.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The kubeconfig as YAML.</returns>
    /// <exception cref="CommandException">There is no such Cluster, or it has none yet.</exception>
    public static async Task<string> ReadAsync(IClient client, ObjectKey cluster, CancellationToken cancellation)
    {
        if (await client.TryGetAsync<Secret>(cluster with { Name = cluster.Name + "-kubeconfig" }, cancellation) is { } secret
            && secret.Data.TryGetValue("value", out var value))
        {
            return Encoding.UTF8.GetString(value);
        }

        throw new CommandException(ExitCode.Failed, await client.TryGetAsync<Cluster>(cluster, cancellation) is null
            ? $"There is no Cluster {cluster}."
            : $"Cluster {cluster} has no kubeconfig yet: its control plane is not initialised. See 'slipway describe cluster {cluster.Name} -n {cluster.Namespace}'.");
    }
}
