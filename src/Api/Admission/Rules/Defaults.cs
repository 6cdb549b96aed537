using System.Text.Json.Nodes;
using Slipway.Api.Core;
using Slipway.Api.Json;

namespace Slipway.Api.Admission.Rules;

/// <summary>Defaults that several kinds share.</summary>
internal static class Defaults
{
    private static readonly FieldPath ClusterName = "spec.clusterName";
    private static readonly FieldPath ObjectLabels = "metadata.labels";
    private static readonly FieldPath SelectorLabels = "spec.selector.matchLabels";
    private static readonly FieldPath SelectorExpressions = "spec.selector.matchExpressions";
    private static readonly FieldPath TemplateLabels = "spec.template.metadata.labels";

    /// <summary>Puts a value where there is none.</summary>
    public static void Set(JsonObject value, FieldPath path, JsonNode content)
    {
        if (path.Get(value) is null)
        {
            path.Put(value, content);
        }
    }

    /// <summary>Puts the <c>v</c> before a version that begins with a digit.</summary>
    public static void Version(JsonObject value, FieldPath path)
    {
        if (Text(path.Get(value)) is { Length: > 0 } version && char.IsAsciiDigit(version[0]))
        {
            path.Put(value, "v" + version);
        }
    }

    /// <summary>Labels an object with the name of its cluster.</summary>
    public static void ClusterLabel(JsonObject value) => Label(value, ObjectLabels, Labels.ClusterName, Text(ClusterName.Get(value)));

    /// <summary>Labels the machines of a set or deployment with the name of its cluster, and selects by it.</summary>
    public static void SelectorClusterLabel(JsonObject value)
    {
        Label(value, SelectorLabels, Labels.ClusterName, Text(ClusterName.Get(value)));
        Label(value, TemplateLabels, Labels.ClusterName, Text(ClusterName.Get(value)));
    }

    /// <summary>Where nothing selects machines: labels and selects them by the name of their owner.</summary>
    /// <param name="value">The set or deployment.</param>
    /// <param name="key">The label's key.</param>
    /// <param name="name">The label's value.</param>
    public static void Selector(JsonObject value, string key, string? name)
    {
        if (SelectorLabels.Get(value) is not JsonObject { Count: > 0 } && SelectorExpressions.Get(value) is not JsonArray { Count: > 0 })
        {
            Label(value, SelectorLabels, key, name);
            Label(value, TemplateLabels, key, name);
        }
    }

    /// <summary>
    /// The replicas of a set or deployment: what is asked for; else one, or with an autoscaler what there was, kept within
    /// its bounds.
    /// </summary>
    /// <param name="value">The set or deployment.</param>
    /// <param name="old">The same as stored; null on create.</param>
    public static void Replicas(JsonObject value, JsonObject? old)
    {
        FieldPath path = "spec.replicas";
        if (path.Get(value) is not null)
        {
            return;
        }

        var annotations = value["metadata"]?["annotations"] as JsonObject;
        var replicas = 1;
        if (int.TryParse(Text(annotations?[Annotations.AutoscalerMinSize]), out var least)
            && int.TryParse(Text(annotations?[Annotations.AutoscalerMaxSize]), out var most))
        {
            var before = old is null ? null : path.Get(old) as JsonValue;
            replicas = before is not null && before.TryGetValue(out int count) ? Math.Min(Math.Max(count, least), Math.Max(most, least)) : least;
        }

        path.Put(value, replicas);
    }

    /// <summary>The text of a JSON string; null for anything else.</summary>
    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static void Label(JsonObject value, FieldPath labels, string key, string? content)
    {
        if (!string.IsNullOrEmpty(content))
        {
            if (labels.Get(value) is JsonObject map)
            {
                map[key] = content;
            }
            else
            {
                labels.Put(value, new JsonObject { [key] = content });
            }
        }
    }
}
