using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;

namespace Slipway.App.Dashboard;

/// <summary>Writes a tree for programs.</summary>
internal static class TreeJson
{
    /// <summary>The tree as JSON: kind, name, what sums it up, all conditions, children.</summary>
    /// <param name="node">The tree.</param>
    public static JsonObject Of(TreeNode node)
    {
        var value = new JsonObject { ["kind"] = node.Kind };
        Add(value, "name", node.Name);
        Add(value, "phase", node.Phase);
        Add(value, "version", node.Version);
        Add(value, "replicas", node.Replicas);
        if (node.Deleting)
        {
            value["deleting"] = true;
        }

        value["status"] = TreeText.Status(node);
        value["conditions"] = new JsonArray([.. node.Conditions.Select(c => JsonSerializer.SerializeToNode(c, KubernetesJson.Of<Condition>(KubernetesJson.Default)))]);
        value["children"] = new JsonArray([.. node.Children.Select(Of)]);
        return value;
    }

    private static void Add(JsonObject value, string name, string text)
    {
        if (text.Length > 0)
        {
            value[name] = text;
        }
    }
}
