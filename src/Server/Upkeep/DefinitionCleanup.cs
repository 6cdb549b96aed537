using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Slipway.Runtime.Clients;
using Slipway.Server.Objects;
using Slipway.Server.Resources;
using Slipway.Server.Watching;

namespace Slipway.Server.Upkeep;

/// <summary>
/// Deletes the objects of a CustomResourceDefinition that is to be deleted, then lets the definition go; and looks again at
/// definitions whose names were taken when another goes.
/// </summary>
/// <param name="desk">Deletes and changes objects.</param>
internal sealed class DefinitionCleanup(ObjectDesk desk) : IChore
{
    private const string Prefix = "/registry/customresourcedefinitions/";

    private static readonly TimeSpan FailureWait = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, string> _ending = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => "cleanup of definitions";

    /// <inheritdoc/>
    public void Changed(KindCache kind, CacheEvent change, ChoreQueue queue)
    {
        if (kind.Prefix != Prefix)
        {
            if (change.Type == WatchEventType.Deleted && !_ending.IsEmpty && _ending.TryGetValue(kind.Prefix, out var definition))
            {
                queue.Add(definition);
            }

            return;
        }

        var name = change.Object.Name;
        if (change.Type == WatchEventType.Deleted)
        {
            _ending.TryRemove(PrefixOf(name), out _);
            foreach (var other in kind.List("", out _))
            {
                queue.Add(other.Name);
            }
        }
        else if (change.Object.Head.IsDeleting)
        {
            _ending[PrefixOf(name)] = name;
            queue.Add(name);
        }
    }

    /// <inheritdoc/>
    public async ValueTask RunAsync(string subject, ChoreQueue queue, CancellationToken cancellation)
    {
        var kind = desk.Kinds.Find(CustomResource.DefinitionKind)!;
        if (desk.Cache.Kind(kind).Find(subject) is not { } holder)
        {
            return;
        }

        if (!holder.Head.IsDeleting)
        {
            // The rules compute the status of a definition with every write: an empty change is enough.
            await desk.PatchAsync(kind, holder, [], "", cancellation);
            return;
        }

        if (!holder.Head.Finalizers.Contains(CustomResource.Finalizer))
        {
            return;
        }

        if (desk.Kinds.Definitions.FirstOrDefault(d => !d.BuiltIn && d.QualifiedPlural == subject) is { } definition)
        {
            foreach (var value in desk.Cache.Kind(definition).List("", out _))
            {
                if (!value.Head.IsDeleting && await RefusedAsync(definition, value, cancellation) is { } why)
                {
                    await TellAsync(kind, holder, why, cancellation);
                    queue.AddAfter(subject, FailureWait, "objects that could not be deleted");
                    return;
                }
            }

            await desk.FreshAsync(cancellation);
            if (desk.Cache.Kind(definition).Count > 0)
            {
                // Finalizers hold some; their end is heard of.
                return;
            }
        }

        var left = holder.Head.Finalizers.Where(f => f != CustomResource.Finalizer).Select(f => (JsonNode)JsonValue.Create(f)).ToArray();
        var patch = new JsonObject { ["metadata"] = new JsonObject { ["finalizers"] = left.Length > 0 ? new JsonArray(left) : null } };
        await desk.PatchAsync(kind, holder, patch, "", cancellation);
    }

    private async ValueTask<string?> RefusedAsync(ResourceDefinition definition, CachedObject value, CancellationToken cancellation)
    {
        try
        {
            await desk.DeleteAsync(definition, value, "Background", cancellation);
            return null;
        }
        catch (ApiException e)
        {
            // A webhook may keep it: the definition says so, and it is tried again.
            return e.Message;
        }
    }

    private async ValueTask TellAsync(ResourceDefinition kind, CachedObject holder, string why, CancellationToken cancellation)
    {
        var status = holder.Tree()["status"] as JsonObject ?? [];
        Conditions.Set(
            status, ("Terminating", "True", "InstanceDeletionFailed", $"could not delete all instances: {why}"), desk.Clock.GetUtcNow());
        await desk.PatchAsync(kind, holder, new JsonObject { ["status"] = status.DeepClone() }, "status", cancellation);
    }

    private static string PrefixOf(string definition)
    {
        var dot = definition.IndexOf('.', StringComparison.Ordinal);
        return $"/registry/{definition[(dot + 1)..]}/{definition[..dot]}/";
    }
}
