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
        Made("Object", json => $"{Text(json, "involvedObject", "kind").ToLowerInvariant()}/{Text(json, "involvedObject", "name")}"),
        Wide(Of("Subobject", "involvedObject", "fieldPath")),
        Wide(Made("Source", Source)),
        Made("Message", json => Text(json, "message").Trim()),
        Wide(new("First Seen", "string", (json, now) => Ages.Since(FirstSeen(json), now))),
        Wide(new("Count", "string", (json, _) => Math.Max(1, Math.Max(Whole(json, "count"), Whole(json, "series", "count"))))),
        Wide(Name),
    ];

    private static string FirstSeen(JsonObject json) => First(Text(json, "firstTimestamp"), Text(json, "eventTime"));

    private static string LastSeen(JsonObject json) =>
        First(Text(json, "series", "lastObservedTime"), Text(json, "lastTimestamp"), FirstSeen(json));

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
        var component = First(Text(json, "source", "component"), Text(json, "reportingComponent"));
        var host = First(Text(json, "source", "host"), Text(json, "reportingInstance"));
        return host.Length == 0 ? component : $"{component}, {host}";
    }
}
