using System.Text.Json.Nodes;
using Slipway.Machinery.Objects;
using static Slipway.Server.Tables.Columns;

namespace Slipway.Server.Tables;

/// <summary>The columns of jobs, quotas, scaling and of the older controllers.</summary>
internal static class JobTables
{
    /// <summary>The kinds with their columns.</summary>
    public static IEnumerable<KeyValuePair<GroupKind, IReadOnlyList<TableColumn>>> All { get; } =
    [
        new(new("batch", "Job"),
        [
            Name, Made("Status", JobStatus), Made("Completions", Completions), new("Duration", "string", Duration), Age,
            .. Pods("spec", "template", "spec"), Wide(Made("Selector", json => Selectors.Show(At(json, "spec", "selector")))),
        ]),
        new(new("batch", "CronJob"),
        [
            Name, Of("Schedule", "spec", "schedule"), Or("Timezone", "<none>", "spec", "timeZone"),
            new("Suspend", "boolean", (json, _) => (JsonNode)(Text(json, "spec", "suspend") is { Length: > 0 } text ? Capital(text) : "False")),
            new("Active", "integer", (json, _) => List(json, "status", "active").Count()),
            new("Last Schedule", "string", (json, now) => At(json, "status", "lastScheduleTime") is { } last ? Ages.Since(Text(last), now) : "<none>"), Age,
            .. Pods("spec", "jobTemplate", "spec", "template", "spec"),
            Wide(Made("Selector", json => Selectors.Show(At(json, "spec", "jobTemplate", "spec", "selector")))),
        ]),
        new(new("", "ReplicationController"),
        [
            Name, Number("Desired", "spec", "replicas"), Number("Current", "status", "replicas"), Number("Ready", "status", "readyReplicas"), Age,
            .. Pods("spec", "template", "spec"), Wide(Made("Selector", json => Pairs(At(json, "spec", "selector")))),
        ]),
        new(new("", "PodTemplate"),
        [
            Name, .. Pods("template", "spec").Select(c => c with { Priority = 0 }), Made("Pod Labels", json => Pairs(At(json, "template", "metadata", "labels"))),
        ]),
        new(new("apps", "ControllerRevision"),
        [
            Name,
            Made("Controller", json => List(json, "metadata", "ownerReferences").FirstOrDefault(o => Text(o, "controller") == "true") is { } owner
                ? $"{Text(owner, "kind").ToLowerInvariant()}{(Text(owner, "apiVersion").Split('/') is [var group, _] ? "." + group : "")}/{Text(owner, "name")}"
                : "<none>"),
            Number("Revision", "revision"), Age,
        ]),
        new(new("", "ResourceQuota"), [Name, Made("Request", json => Used(json, limits: false)), Made("Limit", json => Used(json, limits: true)), Age]),
        new(new("", "LimitRange"), [Name, CreatedAt]),
        new(new("autoscaling", "HorizontalPodAutoscaler"),
        [
            Name, Made("Reference", json => $"{Text(json, "spec", "scaleTargetRef", "kind")}/{Text(json, "spec", "scaleTargetRef", "name")}"),
            Made("Targets", Targets), Or("MinPods", "<unset>", "spec", "minReplicas"), Number("MaxPods", "spec", "maxReplicas"),
            Number("Replicas", "status", "currentReplicas"), Age,
        ]),
    ];

    private static IEnumerable<TableColumn> Pods(params string[] path) =>
    [
        Wide(Made("Containers", json => Joined(List(At(json, path), "containers").Select(c => Text(c, "name"))))),
        Wide(Made("Images", json => Joined(List(At(json, path), "containers").Select(c => Text(c, "image"))))),
    ];

    private static string JobStatus(JsonObject json)
    {
        bool Has(string type) => List(json, "status", "conditions").Any(c => Text(c, "type") == type && Text(c, "status") == "True");
        return Has("Complete") ? "Complete" : Has("Failed") ? "Failed" : Text(json, "metadata", "deletionTimestamp").Length > 0 ? "Terminating"
            : Has("Suspended") ? "Suspended" : Has("FailureTarget") ? "FailureTarget" : Has("SuccessCriteriaMet") ? "SuccessCriteriaMet" : "Running";
    }

    private static string Completions(JsonObject json)
    {
        var done = Whole(json, "status", "succeeded");
        if (At(json, "spec", "completions") is { } wanted)
        {
            return $"{done}/{Text(wanted)}";
        }

        var parallel = At(json, "spec", "parallelism") is null ? 1 : Whole(json, "spec", "parallelism");
        return parallel > 1 ? $"{done}/1 of {parallel}" : $"{done}/1";
    }

    private static JsonNode Duration(JsonObject json, DateTimeOffset now)
    {
        if (!DateTimeOffset.TryParse(Text(json, "status", "startTime"), System.Globalization.CultureInfo.InvariantCulture, out var start))
        {
            return "";
        }

        return Ages.Show((DateTimeOffset.TryParse(Text(json, "status", "completionTime"), System.Globalization.CultureInfo.InvariantCulture, out var end) ? end : now) - start);
    }

    private static string Used(JsonObject json, bool limits) => string.Join(
        ", ",
        from hard in (At(json, "status", "hard") as JsonObject ?? At(json, "spec", "hard") as JsonObject ?? []).OrderBy(h => h.Key, StringComparer.Ordinal)
        where hard.Key.StartsWith("limits", StringComparison.Ordinal) == limits
        let used = At(json, "status", "used", hard.Key)
        select $"{hard.Key}: {(used is null ? "0" : Text(used))}/{Text(hard.Value)}");

    private static string Targets(JsonObject json) => Joined(List(json, "spec", "metrics").Select(m =>
    {
        var target = At(m, Lower(Text(m, "type")), "target");
        return Text(target, "averageUtilization") is { Length: > 0 } percent ? $"<unknown>/{percent}%"
            : Text(target, "averageValue") is { Length: > 0 } average ? $"<unknown>/{average} (avg)" : $"<unknown>/{Text(target, "value")}";
    }));

    private static string Lower(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
