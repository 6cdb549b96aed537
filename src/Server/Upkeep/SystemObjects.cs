using System.Text.Json.Nodes;
using Slipway.Machinery.Objects;

namespace Slipway.Server.Upkeep;

/// <summary>The objects that every server has from the start.</summary>
internal static class SystemObjects
{
    private static readonly string[] Namespaces = ["default", "kube-system", "kube-public", "kube-node-lease"];

    /// <summary>Creates what is missing.</summary>
    /// <param name="desk">Creates objects.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async ValueTask EnsureAsync(ObjectDesk desk, CancellationToken cancellation)
    {
        var kind = desk.Kinds.Find(new GroupKind("", "Namespace"))!;
        foreach (var name in Namespaces)
        {
            var value = new JsonObject { ["apiVersion"] = "v1", ["kind"] = "Namespace", ["metadata"] = new JsonObject { ["name"] = name } };
            await desk.EnsureAsync(kind, "", value, cancellation);
        }
    }
}
