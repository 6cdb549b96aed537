using System.Text.Json.Nodes;
using Slipway.Machinery.Objects;
using Slipway.Server.Objects;
using Slipway.Server.Resources;
using Slipway.Server.Verbs.Writing;
using Slipway.Server.Watching;

namespace Slipway.Server.Upkeep;

/// <summary>
/// Deletes objects whose owners are all gone, lets owners go that waited for their dependents, and makes dependents forget
/// an owner that leaves them behind. The graph is that of the store's own changes, so an owner that is not in it is gone.
/// </summary>
/// <param name="desk">Deletes and changes objects.</param>
internal sealed class GarbageCollector(ObjectDesk desk) : IChore
{
    private readonly OwnerGraph _graph = new();

    /// <inheritdoc/>
    public string Name => "garbage collection";

    /// <inheritdoc/>
    public void Changed(KindCache kind, CacheEvent change, ChoreQueue queue)
    {
        // Events own nothing and are owned by nobody, and there are many.
        if (kind.Prefix != "/registry/events/")
        {
            _graph.Apply(kind, change, queue.Add);
        }
    }

    /// <inheritdoc/>
    public async ValueTask RunAsync(string subject, ChoreQueue queue, CancellationToken cancellation)
    {
        // While all objects are read again, some owners may not be in the graph yet.
        await desk.FreshAsync(cancellation);
        var node = _graph.Find(subject, out var owners, out var dependents);
        if (node is null || desk.Kinds.FindByPrefix(node.Kind.Prefix) is not { } definition)
        {
            return;
        }

        if (node.Value.Head.IsDeleting)
        {
            await LetGoAsync(definition, node, dependents, queue, cancellation);
        }
        else if (owners.Count > 0)
        {
            await JudgeAsync(definition, node, owners, dependents.Count > 0, cancellation);
        }
    }

    private async ValueTask LetGoAsync(
        ResourceDefinition definition, OwnerNode node, IReadOnlyList<OwnerNode> dependents, ChoreQueue queue, CancellationToken cancellation)
    {
        var finalizers = node.Value.Head.Finalizers;
        if (finalizers.Contains(Propagation.Orphan))
        {
            foreach (var dependent in dependents)
            {
                if (desk.Kinds.FindByPrefix(dependent.Kind.Prefix) is { } kind)
                {
                    await ForgetAsync(kind, dependent.Value, [node.Value.Head.Uid], cancellation);
                }
            }

            await UnfinalizeAsync(definition, node.Value, Propagation.Orphan, cancellation);
        }
        else if (finalizers.Contains(Propagation.Foreground))
        {
            var blocking = dependents.Where(d => d.Blocks(node.Value.Head.Uid)).ToList();
            if (blocking.Count == 0)
            {
                await UnfinalizeAsync(definition, node.Value, Propagation.Foreground, cancellation);
            }

            foreach (var dependent in blocking.Where(d => !d.Value.Head.IsDeleting))
            {
                queue.Add(dependent.Value.Head.Uid);
            }
        }
    }

    private async ValueTask JudgeAsync(
        ResourceDefinition definition,
        OwnerNode node,
        IReadOnlyList<(OwnerReference Reference, OwnerNode? Owner)> owners,
        bool hasDependents,
        CancellationToken cancellation)
    {
        var gone = new List<string>();
        var waiting = new List<string>();
        foreach (var (reference, owner) in owners)
        {
            if (owner is null && desk.Kinds.Find(new GroupKind(reference.Group, reference.Kind)) is not null)
            {
                gone.Add(reference.Uid);
                if (_graph.IsElsewhere(reference))
                {
                    await TellAsync(node.Value, reference, cancellation);
                }
            }
            else if (owner?.IsForeground == true)
            {
                waiting.Add(reference.Uid);
            }
        }

        // An owner of a kind that is not served cannot be judged: it counts as present.
        var isHeld = owners.Count > gone.Count + waiting.Count;
        if (isHeld)
        {
            if (gone.Count + waiting.Count > 0)
            {
                await ForgetAsync(definition, node.Value, [.. gone, .. waiting], cancellation);
            }
        }
        else if (waiting.Count > 0 && hasDependents)
        {
            await desk.DeleteAsync(definition, node.Value, "Foreground", cancellation);
        }
        else
        {
            // What the object's own finalizers say of its dependents stands.
            var finalizers = node.Value.Head.Finalizers;
            var policy = finalizers.Contains(Propagation.Orphan) || finalizers.Contains(Propagation.Foreground) ? null : "Background";
            await desk.DeleteAsync(definition, node.Value, policy, cancellation);
        }
    }

    /// <summary>Owners live in the namespace of what they own, or in none: whoever wrote otherwise is told why his object goes.</summary>
    private async ValueTask TellAsync(CachedObject value, OwnerReference owner, CancellationToken cancellation)
    {
        var tree = value.Tree();
        var now = Meta.Time(desk.Clock.GetUtcNow());
        var told = new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Event",
            ["metadata"] = new JsonObject { ["name"] = $"{value.Name}.{owner.Uid}" },
            ["involvedObject"] = new JsonObject
            {
                ["apiVersion"] = Meta.String(tree, "apiVersion"),
                ["kind"] = Meta.String(tree, "kind"),
                ["namespace"] = value.Namespace,
                ["name"] = value.Name,
                ["uid"] = value.Head.Uid,
            },
            ["type"] = "Warning",
            ["reason"] = "OwnerRefInvalidNamespace",
            ["message"] = $"the owner {owner.ApiVersion} {owner.Kind} {owner.Name} (uid {owner.Uid}) is not in namespace \"{value.Namespace}\": "
                + "an owner must be in the namespace of what it owns, or cluster-scoped",
            ["source"] = new JsonObject { ["component"] = "garbage-collector-controller" },
            ["firstTimestamp"] = now,
            ["lastTimestamp"] = now,
            ["count"] = 1L,
        };
        await desk.EnsureAsync(desk.Kinds.Find(new GroupKind("", "Event"))!, value.Namespace.Length > 0 ? value.Namespace : "default", told, cancellation);
    }

    private async ValueTask ForgetAsync(ResourceDefinition definition, CachedObject value, IReadOnlyCollection<string> owners, CancellationToken cancellation)
    {
        var left = new JsonArray([.. (value.Tree()["metadata"]?["ownerReferences"] as JsonArray ?? [])
            .OfType<JsonObject>().Where(o => !owners.Contains(Meta.String(o, "uid"))).Select(o => o.DeepClone())]);
        var patch = new JsonObject { ["metadata"] = new JsonObject { ["ownerReferences"] = left.Count > 0 ? left : null } };
        await desk.PatchAsync(definition, value, patch, "", cancellation);
    }

    private async ValueTask UnfinalizeAsync(ResourceDefinition definition, CachedObject value, string finalizer, CancellationToken cancellation)
    {
        var left = value.Head.Finalizers.Where(f => f != finalizer).Select(f => (JsonNode)JsonValue.Create(f)).ToArray();
        var patch = new JsonObject { ["metadata"] = new JsonObject { ["finalizers"] = left.Length > 0 ? new JsonArray(left) : null } };
        await desk.PatchAsync(definition, value, patch, "", cancellation);
    }
}
