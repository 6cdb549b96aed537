using Slipway.Api.Core;
using Slipway.Controllers.Contracts;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.Machines;

/// <summary>Who owns a Machine, and what a Machine owns.</summary>
internal static class Ownership
{
    /// <summary>The Machine's metadata as it is to be.</summary>
    /// <param name="view">What is.</param>
    public static ObjectMeta OfMachine(View view)
    {
        var metadata = view.Machine.Metadata;
        if (metadata.IsDeleting)
        {
            return metadata;
        }

        metadata = metadata.WithFinalizer(Finalizers.Machine).WithLabel(Labels.ClusterName, view.Machine.Spec.ClusterName);
        return view.Cluster is not null && StandsAlone(metadata) ? metadata.WithOwner(view.Cluster.AsOwner()) : metadata;
    }

    /// <summary>The metadata of the bootstrap or infrastructure object as it is to be: managed by the Machine alone.</summary>
    /// <param name="view">What is.</param>
    /// <param name="value">The object.</param>
    public static ObjectMeta OfObject(View view, ExternalObject value)
    {
        var metadata = value.Object!.Metadata;
        foreach (var owner in metadata.OwnerReferences.Where(o => IsMaker(view, o)).ToList())
        {
            metadata = metadata.WithoutOwner(owner.Uid);
        }

        return metadata.WithOwner(view.Machine.AsController()).WithLabel(Labels.ClusterName, view.Machine.Spec.ClusterName);
    }

    private static bool StandsAlone(ObjectMeta metadata) =>
        metadata.ControllerOwner is null
        && !metadata.Labels.ContainsKey(Labels.SetName)
        && !metadata.Labels.ContainsKey(Labels.PoolName)
        && !metadata.Labels.ContainsKey(Labels.ControlPlaneName);

    // Whoever makes a Machine makes these objects first and owns them until the Machine is there.
    private static bool IsMaker(View view, OwnerReference owner) =>
        owner is { Kind: "MachineSet", Group: "cluster.x-k8s.io" }
        || (view.Cluster?.Spec.ControlPlaneRef is { } plane && owner.Kind == plane.Kind && owner.Group == plane.ApiGroup);
}
