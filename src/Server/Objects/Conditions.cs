using System.Text.Json.Nodes;

namespace Slipway.Server.Objects;

/// <summary>The conditions of an object's status.</summary>
internal static class Conditions
{
    /// <summary>Sets a condition; its time changes with its status only.</summary>
    /// <param name="status">The status that has the conditions.</param>
    /// <param name="condition">Type, status, reason and message.</param>
    /// <param name="now">The time.</param>
    public static void Set(JsonObject status, (string Type, string Status, string Reason, string Message) condition, DateTimeOffset now)
    {
        if (status["conditions"] is not JsonArray conditions)
        {
            status["conditions"] = conditions = [];
        }

        var existing = conditions.OfType<JsonObject>().FirstOrDefault(c => Meta.String(c, "type") == condition.Type);
        if (existing is null)
        {
            existing = new JsonObject { ["type"] = condition.Type };
            conditions.Add((JsonNode)existing);
        }

        if (Meta.String(existing, "status") != condition.Status)
        {
            existing["status"] = condition.Status;
            existing["lastTransitionTime"] = Meta.Time(now);
        }

        existing["reason"] = condition.Reason;
        existing["message"] = condition.Message;
    }

    /// <summary>Whether a condition is true.</summary>
    /// <param name="value">The object.</param>
    /// <param name="type">The condition.</param>
    public static bool IsTrue(JsonObject value, string type) =>
        (value["status"]?["conditions"] as JsonArray)?.OfType<JsonObject>().Any(c => Meta.String(c, "type") == type && Meta.String(c, "status") == "True") == true;
}
