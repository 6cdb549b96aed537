using Slipway.Api.Core;
using Slipway.Api.Core.Clusters;
using Slipway.Controllers.Contracts;
using Slipway.Machinery.Objects;

namespace Slipway.Controllers.Clusters;

/// <summary>What one pass is to write; a pure function of the view.</summary>
/// <param name="Cluster">The Cluster with metadata and spec as they are to be.</param>
/// <param name="Changes">The writes beside it, in order.</param>
internal sealed record Plan(Cluster Cluster, IReadOnlyList<Change> Changes)
{
    /// <summary>Where the Cluster stands on its way out; null while it stays.</summary>
    public Deletion? Deletion { get; init; }

    /// <summary>Makes the plan.</summary>
    /// <param name="view">What is.</param>
    public static Plan Make(View view)
    {
        var cluster = view.Cluster;
        if (cluster.Metadata.IsDeleting)
        {
            var deletion = Deletion.Next(view);
            return new Plan(cluster, deletion.Changes) { Deletion = deletion };
        }

        return new Plan(
            cluster with
            {
                Metadata = cluster.Metadata.WithFinalizer(Finalizers.Cluster),
                Spec = cluster.Spec with { ControlPlaneEndpoint = Endpoint(view) },
            },
            [.. Own(view, view.Infrastructure), .. Own(view, view.ControlPlane), .. KubeconfigPlan.Next(view)]);
    }

    /// <summary>Once known, the endpoint stays: the infrastructure tells it, or else the control plane.</summary>
    private static Api.Core.Shared.APIEndpoint? Endpoint(View view) =>
        view.Cluster.Spec.ControlPlaneEndpoint.IsValid
            ? view.Cluster.Spec.ControlPlaneEndpoint
            : (view.LivingInfrastructure is { Provisioned: true } infrastructure ? infrastructure.ControlPlaneEndpoint : null)
                ?? view.Plane?.ControlPlaneEndpoint
                ?? view.Cluster.Spec.ControlPlaneEndpoint;

    private static IEnumerable<Change> Own(View view, ExternalObject? value)
    {
        if (value is not { Found: true, IsDeleting: false })
        {
            yield break;
        }

        var owner = view.Cluster.Spec.Topology is null ? view.Cluster.AsOwner() : view.Cluster.AsController();
        var metadata = value.Object.Metadata.WithOwner(owner).WithLabel(Labels.ClusterName, view.Cluster.Metadata.Name);
        if (metadata != value.Object.Metadata)
        {
            yield return new Change.OwnObject(value, metadata, $"note that {value} belongs to Cluster {view.Cluster.Metadata.Name}");
        }
    }
}
