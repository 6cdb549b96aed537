using System.Globalization;
using System.Text.Json.Nodes;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Conditions;

/// <summary>Reads the conditions of an object of any kind and contract.</summary>
public static class ObjectConditions
{
    /// <summary>
    /// The object's conditions: those of <c>status.v1beta2.conditions</c> where there are any (contract v1beta1), else
    /// those of <c>status.conditions</c>, in either spelling. Malformed ones come with an empty type or status.
    /// </summary>
    /// <param name="value">The whole object.</param>
    public static IReadOnlyList<Condition> Of(JsonObject value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value["status"] is not JsonObject status)
        {
            return [];
        }

        var list = (status["v1beta2"] as JsonObject)?["conditions"] as JsonArray ?? status["conditions"] as JsonArray;
        return list is null ? [] : [.. list.OfType<JsonObject>().Select(Read)];
    }

    private static Condition Read(JsonObject condition) => new()
    {
        Type = Text(condition, "type"),
        Status = Text(condition, "status"),
        Reason = Text(condition, "reason"),
        Message = Text(condition, "message"),
        ObservedGeneration = condition["observedGeneration"] is JsonValue generation && generation.TryGetValue(out long number) ? number : null,
        LastTransitionTime = DateTimeOffset.TryParse(
            Text(condition, "lastTransitionTime"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : default,
    };

    private static string Text(JsonObject value, string name) =>
        value[name] is JsonValue text && text.TryGetValue(out string? found) ? found : "";
}
