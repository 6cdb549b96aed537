using System.Text.Json.Nodes;
using static Slipway.Server.Tables.Columns;

namespace Slipway.Server.Tables;

/// <summary>The columns of Events.</summary>
internal static class EventTable
{
    /// <summary>The columns.</summary>
    public static IReadOnlyList<TableColumn> Columns { get; } =
    [
        new("Last Seen", "string", (json, now) => Ages.Since(LastSeen(json), now)),
        Of("Type", "type"),
        Of("Reason", "reason"),
        Made("Object", json => $"{Text(Involved(json), "kind").ToLowerInvariant()}/{Text(Involved(json), "name")}"),
        Wide(Made("Subobject", json => Text(Involved(json), "fieldPath"))),
        Wide(Made("Source", Source)),
        Made("Message", json => First(Text(json, "message"), Text(json, "note")).Trim()),
        Wide(new("First Seen", "string", (json, now) => Ages.Since(FirstSeen(json), now))),
        Wide(new("Count", "string", (json, _) => Math.Max(1, Math.Max(Math.Max(Whole(json, "count"), Whole(json, "deprecatedCount")), Whole(json, "series", "count"))))),
        Wide(Name),
    ];

    private static JsonNode? Involved(JsonObject json) => json["involvedObject"] ?? json["regarding"];

    private static string FirstSeen(JsonObject json) => First(Text(json, "firstTimestamp"), Text(json, "deprecatedFirstTimestamp"), Text(json, "eventTime"));

    private static string LastSeen(JsonObject json) =>
        First(Text(json, "series", "lastObservedTime"), Text(json, "lastTimestamp"), Text(json, "deprecatedLastTimestamp"), FirstSeen(json));

    private static string First(params ReadOnlySpan<string> moments)
    {
        foreach (var moment in moments)
        {
            if (moment.Length > 0)
            {
                return moment;
            }
        }

        return "";
    }

    private static string Source(JsonObject json)
    {
        var component = First(Text(json, "source", "component"), Text(json, "deprecatedSource", "component"), Text(json, "reportingComponent"), Text(json, "reportingController"));
        var host = First(Text(json, "source", "host"), Text(json, "deprecatedSource", "host"), Text(json, "reportingInstance"));
        return host.Length == 0 ? component : $"{component}, {host}";
    }
}
