using System.Text.Json.Nodes;
using Slipway.Server.Callouts;

namespace Slipway.Server.Admission.Webhooks;

/// <summary>What webhook configurations mean where they say nothing.</summary>
internal static class WebhookDefaults
{
    /// <summary>How long a webhook may take.</summary>
    public const int TimeoutSeconds = 10;

    /// <summary>Fills in defaults.</summary>
    /// <param name="configuration">The configuration; it is changed.</param>
    /// <param name="mutates">Whether its webhooks may change objects.</param>
    public static void Fill(JsonObject configuration, bool mutates)
    {
        foreach (var webhook in (configuration["webhooks"] as JsonArray ?? []).OfType<JsonObject>())
        {
            Set(webhook, "failurePolicy", "Fail");
            Set(webhook, "matchPolicy", "Equivalent");
            webhook["namespaceSelector"] ??= new JsonObject();
            webhook["objectSelector"] ??= new JsonObject();
            webhook["timeoutSeconds"] ??= JsonValue.Create((long)TimeoutSeconds);
            if (mutates)
            {
                Set(webhook, "reinvocationPolicy", "Never");
            }

            foreach (var rule in (webhook["rules"] as JsonArray ?? []).OfType<JsonObject>())
            {
                Set(rule, "scope", "*");
            }

            if (webhook["clientConfig"]?["service"] is JsonObject service)
            {
                service["port"] ??= JsonValue.Create((long)CalloutAddress.DefaultPort);
            }
        }
    }

    private static void Set(JsonObject map, string name, string value)
    {
        if (map[name] is null)
        {
            map[name] = value;
        }
    }
}
