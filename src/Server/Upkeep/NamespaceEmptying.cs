using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Server.Admission.BuiltIn;
using Slipway.Server.Objects;
using Slipway.Server.Resources;
using Slipway.Server.Watching;

namespace Slipway.Server.Upkeep;

/// <summary>
/// Empties namespaces that are to be deleted: everything in them is deleted, what finalizers hold is named in the conditions,
/// and when nothing is left the namespace goes.
/// </summary>
/// <param name="desk">Deletes and changes objects.</param>
internal sealed class NamespaceEmptying(ObjectDesk desk) : IChore
{
    private static readonly TimeSpan FailureWait = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, bool> _ending = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => "emptying of namespaces";

    /// <inheritdoc/>
    public void Changed(KindCache kind, CacheEvent change, ChoreQueue queue)
    {
        if (kind.Prefix == "/registry/namespaces/")
        {
            if (change.Type == WatchEventType.Deleted)
            {
                _ending.TryRemove(change.Object.Name, out _);
            }
            else if (change.Object.Head.IsDeleting)
            {
                _ending[change.Object.Name] = true;
                queue.Add(change.Object.Name);
            }
        }
        else if (!_ending.IsEmpty && _ending.ContainsKey(change.Object.Namespace))
        {
            queue.Add(change.Object.Namespace);
        }
    }

    /// <inheritdoc/>
    public async ValueTask RunAsync(string subject, ChoreQueue queue, CancellationToken cancellation)
    {
        var kind = desk.Kinds.Find(new GroupKind("", "Namespace"))!;
        if (desk.Cache.Kind(kind).Find(subject) is not { Head.IsDeleting: true } holder)
        {
            return;
        }

        var contents = desk.Kinds.Definitions.Where(d => d.Namespaced && d.Verbs.Contains("delete")).ToList();
        var failures = new List<string>();
        foreach (var definition in contents)
        {
            await DeleteAllAsync(definition, subject, failures, cancellation);
        }

        await desk.FreshAsync(cancellation);
        var remaining = contents
            .Select(d => (Definition: d, Objects: desk.Cache.Kind(d).List(subject, out _)))
            .Where(r => r.Objects.Length > 0)
            .ToList();
        if (remaining.Count > 0)
        {
            await TellAsync(kind, holder, remaining, failures, cancellation);
            if (failures.Count > 0)
            {
                queue.AddAfter(subject, FailureWait, "objects that could not be deleted");
            }

            return;
        }

        var tree = holder.Tree();
        var left = Meta.Strings(tree["spec"] as JsonObject, "finalizers").Where(f => f != NamespaceRules.Finalizer).Select(f => (JsonNode)JsonValue.Create(f));
        var patch = new JsonObject { ["spec"] = new JsonObject { ["finalizers"] = new JsonArray([.. left]) } };
        await desk.PatchAsync(kind, holder, patch, "finalize", cancellation);
    }

    private async ValueTask DeleteAllAsync(ResourceDefinition definition, string @namespace, List<string> failures, CancellationToken cancellation)
    {
        foreach (var value in desk.Cache.Kind(definition).List(@namespace, out _))
        {
            if (value.Head.IsDeleting)
            {
                continue;
            }

            try
            {
                await desk.DeleteAsync(definition, value, "Background", cancellation);
            }
            catch (ApiException e)
            {
                // One object that a webhook keeps must not keep the others; the namespace says so, and it is tried again.
                failures.Add(e.Message);
            }
        }
    }

    private async ValueTask TellAsync(
        ResourceDefinition kind,
        CachedObject holder,
        List<(ResourceDefinition Definition, CachedObject[] Objects)> remaining,
        List<string> failures,
        CancellationToken cancellation)
    {
        var status = holder.Tree()["status"] as JsonObject ?? [];
        var now = desk.Clock.GetUtcNow();
        Conditions.Set(status, ("NamespaceDeletionDiscoveryFailure", "False", "ResourcesDiscovered", "All resources successfully discovered"), now);
        Conditions.Set(status, ("NamespaceDeletionGroupVersionParsingFailure", "False", "ParsedGroupVersions", "All legacy kube types successfully parsed"), now);
        Conditions.Set(
            status,
            failures.Count > 0
                ? ("NamespaceDeletionContentFailure", "True", "ContentDeletionFailed", $"Failed to delete all resource types, {failures.Count} remaining: {failures[0]}")
                : ("NamespaceDeletionContentFailure", "False", "ContentDeleted", "All content successfully deleted, may be waiting on finalization"),
            now);
        var counts = remaining.Select(r => $"{r.Definition.QualifiedPlural} has {r.Objects.Length} resource instances");
        Conditions.Set(status, ("NamespaceContentRemaining", "True", "SomeResourcesRemain", $"Some resources are remaining: {string.Join(", ", counts)}"), now);
        var finalizers = remaining.SelectMany(r => r.Objects).SelectMany(o => o.Head.Finalizers)
            .CountBy(f => f).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key} in {p.Value} resource instances").ToList();
        Conditions.Set(
            status,
            finalizers.Count > 0
                ? ("NamespaceFinalizersRemaining", "True", "SomeFinalizersRemain", $"Some content in the namespace has finalizers remaining: {string.Join(", ", finalizers)}")
                : ("NamespaceFinalizersRemaining", "False", "ContentHasNoFinalizers", "All content-preserving finalizers finished"),
            now);
        await desk.PatchAsync(kind, holder, new JsonObject { ["status"] = status.DeepClone() }, "status", cancellation);
    }
}
