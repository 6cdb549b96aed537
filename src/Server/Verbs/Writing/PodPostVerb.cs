using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Machinery.Selectors;
using Slipway.Runtime.Clients;
using Slipway.Server.Admission;
using Slipway.Server.Failures;
using Slipway.Server.Objects;
using Slipway.Server.Verbs.Admitting;
using Slipway.Server.Watching;

namespace Slipway.Server.Verbs.Writing;

/// <summary>POST to what pods have below them: binding puts a pod on a node, eviction asks politely for its end.</summary>
/// <param name="api">The server's parts.</param>
/// <param name="change">Changes the pod.</param>
/// <param name="delete">Deletes the pod.</param>
internal sealed class PodPostVerb(ApiContext api, ChangeVerb change, DeleteVerb delete)
{
    private static readonly System.Text.Json.Serialization.Metadata.JsonTypeInfo<Status> StatusType = KubernetesJson.Of<Status>(KubernetesJson.Default);

    /// <summary>Posts to a subresource.</summary>
    /// <param name="call">The subresource.</param>
    /// <param name="body">UTF-8 JSON.</param>
    /// <param name="options">How to write.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async ValueTask<WriteAnswer> RunAsync(Call call, ReadOnlyMemory<byte> body, WriteOptions options, CancellationToken cancellation)
    {
        var findings = new Findings();
        var value = Intake.Read(body, findings);
        if (api.Gate.Stands(call.Definition))
        {
            await api.Cache.FreshAsync(cancellation);
            await api.Gate.PassAsync(Passages.Posting(call, value, options), findings, cancellation);
        }

        switch (call.Subresource)
        {
            case "binding":
                await BindAsync(call, Meta.String(value["target"] as JsonObject, "name"), options, cancellation);
                break;
            case "eviction":
                await EvictAsync(call, value, options, cancellation);
                break;
            default:
                throw call.NoSuchMethod();
        }

        var done = new Status { Outcome = "Success", Code = 201 };
        return new WriteAnswer(JsonSerializer.SerializeToUtf8Bytes(done, StatusType), 201, findings.Warnings);
    }

    private async ValueTask BindAsync(Call call, string node, WriteOptions options, CancellationToken cancellation)
    {
        if (node.Length == 0)
        {
            throw Refuse.Invalid(new GroupKind("", "Binding"), call.Name, [Invalid.Required("target.name")]);
        }

        JsonObject Bind(JsonObject pod)
        {
            var spec = pod["spec"] as JsonObject;
            if (Meta.String(spec, "nodeName") is { Length: > 0 } present)
            {
                throw call.Conflict($"pod {call.Name} is already assigned to node \"{present}\"");
            }

            spec!["nodeName"] = node;
            return pod;
        }

        await change.RunAsync(call with { Subresource = "" }, Bind, options, [], cancellation);
        await change.RunAsync(call with { Subresource = "status" }, Scheduled, options, [], cancellation);
    }

    private JsonObject Scheduled(JsonObject pod)
    {
        if (pod["status"] is not JsonObject status)
        {
            pod["status"] = status = [];
        }

        Conditions.Set(status, ("PodScheduled", "True", "", ""), api.Clock.GetUtcNow());
        return pod;
    }

    private async ValueTask EvictAsync(Call call, JsonObject eviction, WriteOptions options, CancellationToken cancellation)
    {
        await api.Cache.FreshAsync(cancellation);
        var pod = call.Find(api.Cache);
        foreach (var budget in api.Cache.Kind("/registry/poddisruptionbudgets/").List(call.Namespace, out _))
        {
            Ask(budget, pod);
        }

        var wanted = eviction["deleteOptions"] as JsonObject;
        var preconditions = wanted?["preconditions"] as JsonObject;
        var how = new DeleteOptions
        {
            DryRun = options.DryRun || Meta.Strings(wanted, "dryRun").Contains("All"),
            Uid = Meta.String(preconditions, "uid"),
            ResourceVersion = Meta.String(preconditions, "resourceVersion"),
            PropagationPolicy = Meta.String(wanted, "propagationPolicy"),
        };
        await delete.RunAsync(call with { Subresource = "" }, how, cancellation);
    }

    private static void Ask(CachedObject budget, CachedObject pod)
    {
        var tree = budget.Tree();
        if ((tree["spec"] as JsonObject)?["selector"] is not JsonObject selector
            || !LabelQuery.From(selector.Deserialize(KubernetesJson.Of<LabelSelector>(KubernetesJson.Default))).Matches(pod.Head.Labels))
        {
            return;
        }

        if ((Meta.Whole((tree["status"] as JsonObject)?["disruptionsAllowed"]) ?? 0) <= 0)
        {
            throw new ApiException(new Status
            {
                Outcome = "Failure",
                Message = "Cannot evict pod as it would violate the pod's disruption budget.",
                Reason = StatusReason.TooManyRequests,
                Code = 429,
                Details = new StatusDetails
                {
                    Causes = [new StatusCause { Reason = "DisruptionBudget", Message = $"The disruption budget {budget.Name} allows no disruption now." }],
                },
            });
        }
    }
}
