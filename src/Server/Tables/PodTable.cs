using System.Text.Json.Nodes;
using static Slipway.Server.Tables.Columns;

namespace Slipway.Server.Tables;

/// <summary>The columns of Pods.</summary>
internal static class PodTable
{
    /// <summary>The columns.</summary>
    public static IReadOnlyList<TableColumn> Columns { get; } =
    [
        Name,
        Made("Ready", Ready),
        Made("Status", Status),
        new("Restarts", "string", (json, now) => Restarts(json, now)),
        Age,
        Wide(Or("IP", "<none>", "status", "podIP")),
        Wide(Or("Node", "<none>", "spec", "nodeName")),
        Wide(Or("Nominated Node", "<none>", "status", "nominatedNodeName")),
        Wide(Made("Readiness Gates", Gates)),
    ];

    private static string Ready(JsonObject json)
    {
        var ready = List(json, "status", "containerStatuses").Count(c => Text(c, "ready") == "true");
        return $"{ready}/{List(json, "spec", "containers").Count()}";
    }

    private static string Status(JsonObject json)
    {
        var status = Text(json, "status", "reason") is { Length: > 0 } reason ? reason : Text(json, "status", "phase");
        if (Starting(json) is { } starting)
        {
            status = starting;
        }
        else
        {
            status = Stopped(json) ?? status;
            if (status == "Completed" && List(json, "status", "containerStatuses").Any(c => Text(c, "ready") == "true"))
            {
                status = IsTrue(json, "Ready") ? "Running" : "NotReady";
            }
        }

        return Text(json, "metadata", "deletionTimestamp").Length == 0 ? status
            : Text(json, "status", "reason") == "NodeLost" ? "Unknown" : "Terminating";
    }

    /// <summary>What the first unfinished init container does.</summary>
    private static string? Starting(JsonObject json)
    {
        var index = 0;
        var count = List(json, "spec", "initContainers").Count();
        foreach (var container in List(json, "status", "initContainerStatuses"))
        {
            var ended = At(container, "state", "terminated");
            var waiting = Text(container, "state", "waiting", "reason");
            if (ended is not null)
            {
                if (Whole(ended, "exitCode") != 0)
                {
                    return "Init:" + Why(ended);
                }
            }
            else if (Text(container, "started") != "true")
            {
                return waiting.Length > 0 && waiting != "PodInitializing" ? "Init:" + waiting : $"Init:{index}/{count}";
            }

            index++;
        }

        return null;
    }

    /// <summary>Why the first container that does not run does not.</summary>
    private static string? Stopped(JsonObject json)
    {
        foreach (var container in List(json, "status", "containerStatuses"))
        {
            if (Text(container, "state", "waiting", "reason") is { Length: > 0 } waiting)
            {
                return waiting;
            }

            if (At(container, "state", "terminated") is { } ended)
            {
                return Why(ended);
            }
        }

        return null;
    }

    private static string Why(JsonNode ended)
    {
        if (Text(ended, "reason") is { Length: > 0 } reason)
        {
            return reason;
        }

        var signal = Whole(ended, "signal");
        return signal != 0 ? $"Signal:{signal}" : $"ExitCode:{Whole(ended, "exitCode")}";
    }

    private static string Restarts(JsonObject json, DateTimeOffset now)
    {
        var containers = List(json, "status", "containerStatuses").ToList();
        var count = containers.Sum(c => Whole(c, "restartCount"));
        var last = containers.Select(c => Text(c, "lastState", "terminated", "finishedAt")).Max(StringComparer.Ordinal);
        return count > 0 && last is { Length: > 0 } ? $"{count} ({Ages.Since(last, now)} ago)" : $"{count}";
    }

    private static string Gates(JsonObject json)
    {
        var gates = List(json, "spec", "readinessGates").Select(g => Text(g, "conditionType")).ToList();
        return gates.Count == 0 ? "<none>" : $"{gates.Count(g => IsTrue(json, g))}/{gates.Count}";
    }

    private static bool IsTrue(JsonObject json, string condition) =>
        List(json, "status", "conditions").Any(c => Text(c, "type") == condition && Text(c, "status") == "True");
}
