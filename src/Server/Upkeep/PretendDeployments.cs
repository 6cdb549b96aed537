using System.Text.Json.Nodes;
using Slipway.Machinery.Objects;
using Slipway.Runtime.Clients;
using Slipway.Server.Objects;
using Slipway.Server.Watching;

namespace Slipway.Server.Upkeep;

/// <summary>
/// Says of every Deployment that its pods run, where the server's owner asked for that: nothing runs them here, and tools
/// that install things wait for such words.
/// </summary>
/// <param name="desk">Reads and writes.</param>
internal sealed class PretendDeployments(ObjectDesk desk) : IChore
{
    private const string Prefix = "/registry/deployments/";

    /// <inheritdoc/>
    public string Name => "pretence of deployments";

    /// <inheritdoc/>
    public void Changed(KindCache kind, CacheEvent change, ChoreQueue queue)
    {
        if (kind.Prefix == Prefix && change.Type != WatchEventType.Deleted)
        {
            queue.Add(change.Object.Key);
        }
    }

    /// <inheritdoc/>
    public async ValueTask RunAsync(string subject, ChoreQueue queue, CancellationToken cancellation)
    {
        await desk.FreshAsync(cancellation);
        if (desk.Cache.Kind(Prefix).Find(subject) is not { Head.IsDeleting: false } deployment)
        {
            return;
        }

        var tree = deployment.Tree();
        var generation = Meta.Number(tree, "generation");
        var replicas = Meta.Whole(tree["spec"]?["replicas"]) ?? 1;
        var present = tree["status"] as JsonObject ?? [];
        if (Meta.Whole(present["observedGeneration"]) == generation && (Meta.Whole(present["availableReplicas"]) ?? 0) == replicas && present["conditions"] is not null)
        {
            return;
        }

        var status = new JsonObject { ["observedGeneration"] = generation, ["conditions"] = present["conditions"]?.DeepClone() ?? new JsonArray() };
        foreach (var count in (ReadOnlySpan<string>)["replicas", "updatedReplicas", "readyReplicas", "availableReplicas"])
        {
            status[count] = replicas;
        }

        var now = desk.Clock.GetUtcNow();
        Conditions.Set(status, ("Available", "True", "MinimumReplicasAvailable", "Deployment has minimum availability."), now);
        Conditions.Set(status, ("Progressing", "True", "NewReplicaSetAvailable", "The pods of this deployment are taken to run."), now);
        var definition = desk.Kinds.Find(new GroupKind("apps", "Deployment"))!;
        await desk.PatchAsync(definition, deployment, new JsonObject { ["status"] = status }, "status", cancellation);
    }
}
