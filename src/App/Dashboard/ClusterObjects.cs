using Slipway.Api.Core;
using Slipway.Api.Core.Clusters;
using Slipway.Api.Core.MachineDeployments;
using Slipway.Api.Core.Machines;
using Slipway.Api.Core.MachineSets;
using Slipway.Api.Core.Shared;
using Slipway.App.Kinds;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;

namespace Slipway.App.Dashboard;

/// <summary>Reads everything that belongs to a cluster.</summary>
internal static class ClusterObjects
{
    private static readonly ResourceType[] Kinds = [MachineDeployment.Resource, MachineSet.Resource, Machine.Resource];

    /// <summary>Reads a cluster's tree; null where there is no such Cluster.</summary>
    /// <param name="client">The management plane.</param>
    /// <param name="kinds">What it serves.</param>
    /// <param name="key">The Cluster.</param>
    /// <param name="cancellation">Ends the call.</param>
    public static async Task<TreeNode?> TreeAsync(IClient client, KindCatalog kinds, ObjectKey key, CancellationToken cancellation)
    {
        if (await client.TryGetAsync<Cluster>(key, cancellation) is not { } typed)
        {
            return null;
        }

        var cluster = await client.GetAsync(Cluster.Resource, key, cancellation);
        var objects = new List<Unstructured>();
        foreach (var reference in (ContractVersionedObjectReference?[])[typed.Spec.InfrastructureRef, typed.Spec.ControlPlaneRef])
        {
            if (reference is not null && kinds.Find(new GroupKind(reference.ApiGroup, reference.Kind)) is { } type
                && await client.TryGetAsync(type, key with { Name = reference.Name }, cancellation) is { } found)
            {
                objects.Add(found);
            }
        }

        foreach (var type in Kinds)
        {
            objects.AddRange(await client.ListAsync(type, key.Namespace, $"{Labels.ClusterName}={key.Name}", cancellation));
        }

        return ClusterTree.Build(cluster, objects);
    }
}
