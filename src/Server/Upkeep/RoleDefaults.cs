using System.Text.Json.Nodes;
using Slipway.Machinery.Objects;
using Slipway.Server.Failures;
using Slipway.Server.Objects;
using Slipway.Server.Security.Rbac;
using Slipway.Server.Verbs;
using Slipway.Server.Watching;
using Slipway.Store;

namespace Slipway.Server.Upkeep;

/// <summary>
/// Sees to it at start that the default roles and bindings are there. What is missing is written at once, in one sweep;
/// what somebody took away from one that is there is given back, unless its annotation says that it must be left alone.
/// What somebody added stays.
/// </summary>
/// <param name="api">The server's parts.</param>
/// <param name="desk">Changes objects that are there.</param>
internal sealed class RoleDefaults(ApiContext api, ObjectDesk desk)
{
    private const string LeaveAlone = DefaultRoles.LabelPrefix + "autoupdate";

    /// <summary>Does it.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="Runtime.Clients.ApiException">503: the store takes no writes.</exception>
    public async ValueTask EnsureAsync(CancellationToken cancellation)
    {
        await desk.FreshAsync(cancellation);
        var time = Meta.Time(api.Clock.GetUtcNow());
        var writes = new List<Task<WriteOutcome>>();
        foreach (var wanted in DefaultObject.All)
        {
            if (Find(wanted) is { } present)
            {
                await MendAsync(wanted, present, cancellation);
            }
            else
            {
                var value = wanted.For(api.Random.NextUid(), time);
                writes.Add(api.Store.WriteAsync(WriteRequest.Create(wanted.Key, value), cancellation).AsTask());
            }
        }

        // A write that finds the key taken was anticipated by somebody else: then it is there.
        var outcomes = await Task.WhenAll(writes);
        if (outcomes.FirstOrDefault(o => o.Result == WriteResult.Unavailable) is { Result: WriteResult.Unavailable } refused)
        {
            throw Refuse.Unavailable(refused.Why ?? "it gives no reason");
        }
    }

    private CachedObject? Find(DefaultObject wanted)
    {
        var prefix = WatchCache.PrefixOf(wanted.Key)!;
        return api.Cache.Kind(prefix).Find(wanted.Key[prefix.Length..]);
    }

    private async ValueTask MendAsync(DefaultObject wanted, CachedObject present, CancellationToken cancellation)
    {
        var tree = present.Tree();
        if (Meta.String(tree["metadata"]?["annotations"] as JsonObject, LeaveAlone) == "false")
        {
            return;
        }

        var patch = wanted.Kind is "Role" or "ClusterRole" ? MendRole(wanted.Value, tree) : MendBinding(wanted.Value, tree);
        if (patch is not null)
        {
            var definition = desk.Kinds.Find(new GroupKind("rbac.authorization.k8s.io", wanted.Kind))!;
            await desk.PatchAsync(definition, present, patch, "", cancellation);
        }
    }

    private static JsonObject? MendRole(JsonObject wanted, JsonObject present)
    {
        if (wanted["aggregationRule"] is { } gathers)
        {
            return present["aggregationRule"] is null ? new JsonObject { ["aggregationRule"] = gathers.DeepClone() } : null;
        }

        var has = PolicyRule.Of(present);
        var missing = RuleCover.Missing(has, PolicyRule.Of(wanted));
        return missing.Count == 0
            ? null
            : new JsonObject { ["rules"] = new JsonArray([.. has.Concat(missing).Select(r => (JsonNode)r.ToJson())]) };
    }

    private static JsonObject? MendBinding(JsonObject wanted, JsonObject present)
    {
        var has = Binding.Read(present).Subjects;
        var subjects = present["subjects"] as JsonArray ?? [];
        var missing = (wanted["subjects"] as JsonArray ?? [])
            .Zip(Binding.Read(wanted).Subjects)
            .Where(p => !has.Contains(p.Second))
            .Select(p => p.First!.DeepClone())
            .ToList();
        return missing.Count == 0 ? null : new JsonObject { ["subjects"] = new JsonArray([.. subjects.Select(s => s!.DeepClone()), .. missing]) };
    }
}
