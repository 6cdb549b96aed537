using Slipway.Api.Core.Machines;
using Slipway.Api.Kubernetes.Nodes;
using Slipway.Controllers.Shared;
using Slipway.Controllers.Workloads;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;

namespace Slipway.Controllers.Machines.Draining;

/// <summary>Looks whether volumes are still attached to a Node.</summary>
/// <param name="chronicle">Is told when they are gone.</param>
internal sealed class AttachedVolumes(Chronicle chronicle)
{
    private static readonly ResourceType Attachments = new("storage.k8s.io", "v1", "VolumeAttachment", "volumeattachments", Namespaced: false);

    /// <summary>Looks.</summary>
    /// <param name="machine">The Machine, for the chronicle.</param>
    /// <param name="workload">Where the Node lives.</param>
    /// <param name="node">The Node.</param>
    /// <param name="began">When the wait began.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <returns>What is still waited for, for people; null when no volume is attached.</returns>
    public async ValueTask<string?> CheckAsync(
        Machine machine, WorkloadCluster workload, Node node, DateTimeOffset began, CancellationToken cancellation)
    {
        if (DrainPlan.IsUnreachable(node))
        {
            return null;
        }

        var volumes = new List<string>();
        foreach (var attachment in await workload.Client.ListAsync(Attachments, "", "", cancellation))
        {
            if (attachment.Text("spec", "nodeName") == node.Metadata.Name && attachment.Flag("status", "attached") == true)
            {
                volumes.Add(attachment.Text("spec", "source", "persistentVolumeName") ?? attachment.Metadata.Name);
            }
        }

        if (volumes.Count > 0)
        {
            return $"Waiting for Node volumes to be detached (started at {Prose.Moment(began)})\n* PersistentVolumes: {Prose.Some(volumes.Order(StringComparer.Ordinal))}";
        }

        if (node.Status.VolumesAttached.Count > 0)
        {
            return $"Waiting for Node volumes to be detached (started at {Prose.Moment(began)})\n* Volumes in the Node's status: {Prose.Some(node.Status.VolumesAttached.Select(v => v.Name))}";
        }

        chronicle.Kept(machine, $"no volume is attached to Node {node.Metadata.Name}");
        return null;
    }
}
