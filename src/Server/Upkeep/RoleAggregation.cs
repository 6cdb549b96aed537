using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Machinery.Selectors;
using Slipway.Server.Security.Rbac;
using Slipway.Server.Watching;

namespace Slipway.Server.Upkeep;

/// <summary>Keeps the rules of cluster roles that take up others by label (<c>aggregationRule</c>).</summary>
/// <param name="desk">Changes objects.</param>
internal sealed class RoleAggregation(ObjectDesk desk) : IChore
{
    private const string Prefix = "/registry/clusterroles/";
    private const string All = "all";

    /// <inheritdoc/>
    public string Name => "aggregation of cluster roles";

    /// <inheritdoc/>
    public void Changed(KindCache kind, CacheEvent change, ChoreQueue queue)
    {
        if (kind.Prefix == Prefix)
        {
            queue.Add(All);
        }
    }

    /// <inheritdoc/>
    public async ValueTask RunAsync(string subject, ChoreQueue queue, CancellationToken cancellation)
    {
        await desk.FreshAsync(cancellation);
        var roles = desk.Cache.Kind(Prefix).List("", out _);
        foreach (var role in roles)
        {
            // Most roles take up nothing: their bytes say so without being read.
            if (role.Bytes.Span.IndexOf("\"aggregationRule\""u8) >= 0)
            {
                await GatherAsync(role, roles, cancellation);
            }
        }
    }

    private async ValueTask GatherAsync(CachedObject role, CachedObject[] roles, CancellationToken cancellation)
    {
        var tree = role.Tree();
        var selectors = (tree["aggregationRule"]?["clusterRoleSelectors"] as JsonArray ?? [])
            .Select(s => LabelQuery.From(s.Deserialize(KubernetesJson.Of<LabelSelector>(KubernetesJson.Default))))
            .ToList();
        if (selectors.Count == 0)
        {
            return;
        }

        var rules = DefaultRoles.Union(roles
            .Where(r => r.Name != role.Name && selectors.Exists(s => s.Matches(r.Head.Labels)))
            .Select(r => (r.Name, PolicyRule.Of(r.Tree()))));
        if (!rules.SequenceEqual(PolicyRule.Of(tree)))
        {
            var patch = new JsonObject { ["rules"] = new JsonArray([.. rules.Select(r => (JsonNode)r.ToJson())]) };
            await desk.PatchAsync(desk.Kinds.Find(new GroupKind("rbac.authorization.k8s.io", "ClusterRole"))!, role, patch, "", cancellation);
        }
    }
}
