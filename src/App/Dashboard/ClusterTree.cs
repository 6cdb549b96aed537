using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.App.Dashboard;

/// <summary>Orders the objects of one cluster as people think of it. Pure.</summary>
internal static class ClusterTree
{
    /// <summary>Makes the tree.</summary>
    /// <param name="cluster">The Cluster.</param>
    /// <param name="objects">Everything that belongs to it: its infrastructure, control plane, deployments, sets and machines, in any order.</param>
    public static TreeNode Build(Unstructured cluster, IReadOnlyList<Unstructured> objects)
    {
        var controlPlaneMachines = objects
            .Where(o => o.Kind == "Machine" && o.Metadata.Labels.ContainsKey("cluster.x-k8s.io/control-plane"))
            .ToList();
        var children = new List<TreeNode>();
        if (Referenced(cluster, objects, "infrastructureRef") is { } infrastructure)
        {
            children.Add(Node(infrastructure));
        }

        if (Referenced(cluster, objects, "controlPlaneRef") is { } controlPlane)
        {
            children.Add(Node(controlPlane) with { Children = [.. Sorted(controlPlaneMachines).Select(m => Node(m))] });
        }
        else if (controlPlaneMachines.Count > 0)
        {
            children.Add(new TreeNode("ControlPlane", "") { Children = [.. Sorted(controlPlaneMachines).Select(m => Node(m))] });
        }

        var workers = Workers(objects, [.. controlPlaneMachines.Select(m => m.Metadata.Uid)]);
        if (workers.Count > 0)
        {
            children.Add(new TreeNode("Workers", "") { Children = workers });
        }

        return Node(cluster) with { Children = children };
    }

    private static List<TreeNode> Workers(IReadOnlyList<Unstructured> objects, HashSet<string> controlPlane)
    {
        var shown = new HashSet<string>(controlPlane);

        TreeNode WithMachines(Unstructured owner)
        {
            var machines = Sorted(objects.Where(o => o.Kind == "Machine" && OwnedBy(o, owner))).ToList();
            shown.UnionWith(machines.Select(m => m.Metadata.Uid));
            return Node(owner) with { Children = [.. machines.Select(m => Node(m))] };
        }

        var workers = new List<TreeNode>();
        foreach (var deployment in Sorted(objects.Where(o => o.Kind == "MachineDeployment")))
        {
            var sets = Sorted(objects.Where(o => o.Kind == "MachineSet" && OwnedBy(o, deployment))).ToList();
            shown.UnionWith(sets.Select(s => s.Metadata.Uid));
            workers.Add(Node(deployment) with
            {
                Children = [.. sets.Select(WithMachines).Where(s => s.Children.Count > 0 || s.Replicas is not ("0/0" or ""))],
            });
        }

        workers.AddRange(Sorted(objects.Where(o => o.Kind == "MachineSet" && !shown.Contains(o.Metadata.Uid))).Select(WithMachines));
        workers.AddRange(Sorted(objects.Where(o => o.Kind == "Machine" && !shown.Contains(o.Metadata.Uid))).Select(m => Node(m)));
        return workers;
    }

    private static Unstructured? Referenced(Unstructured cluster, IReadOnlyList<Unstructured> objects, string reference) =>
        objects.FirstOrDefault(o => o.Kind == cluster.Text("spec", reference, "kind") && o.Metadata.Name == cluster.Text("spec", reference, "name"));

    private static bool OwnedBy(Unstructured value, Unstructured owner) =>
        value.Metadata.OwnerReferences.Any(o => o.Uid == owner.Metadata.Uid);

    private static IEnumerable<Unstructured> Sorted(IEnumerable<Unstructured> objects) =>
        objects.OrderBy(o => o.Metadata.CreationTimestamp).ThenBy(o => o.Metadata.Name, StringComparer.Ordinal);

    private static TreeNode Node(Unstructured value)
    {
        var conditions = value.At("status", "conditions") is JsonArray list
            ? list.Select(c => c.Deserialize(KubernetesJson.Of<Condition>(KubernetesJson.Default))!).ToList()
            : [];
        var wanted = value.Number("spec", "replicas");
        return new TreeNode(value.Kind, value.Metadata.Name)
        {
            Conditions = conditions,
            Main = conditions.Find(c => c.Type == "Available") ?? conditions.Find(c => c.Type == "Ready"),
            Phase = value.Text("status", "phase") ?? "",
            Version = value.Text("spec", "version") ?? value.Text("spec", "template", "spec", "version") ?? "",
            Replicas = wanted is null ? "" : $"{value.Number("status", "availableReplicas") ?? 0}/{wanted}",
            Deleting = value.Metadata.IsDeleting,
        };
    }
}
