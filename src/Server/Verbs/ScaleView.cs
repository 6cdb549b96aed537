using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Machinery.Selectors;
using Slipway.Server.Failures;
using Slipway.Server.Objects;
using Slipway.Server.Resources;

namespace Slipway.Server.Verbs;

/// <summary>The <c>scale</c> subresource: one small object of one form for every kind that has replicas.</summary>
internal static class ScaleView
{
    /// <summary>How scales are addressed.</summary>
    public static readonly ResourceType ScaleType = new("autoscaling", "v1", "Scale", "scales");

    /// <summary>The scale of an object.</summary>
    /// <param name="call">The call.</param>
    /// <param name="value">The object in the stored version.</param>
    /// <param name="revision">Its revision; 0 for none.</param>
    public static JsonObject Of(Call call, JsonObject value, long revision)
    {
        var paths = Paths(call);
        var spec = new JsonObject();
        if (Meta.Whole(At(value, paths.SpecReplicas)) is { } wanted)
        {
            spec["replicas"] = wanted;
        }

        var status = new JsonObject { ["replicas"] = Meta.Whole(At(value, paths.StatusReplicas)) ?? 0 };
        if (Selector(call, value, paths) is { Length: > 0 } selector)
        {
            status["selector"] = selector;
        }

        var scale = new JsonObject
        {
            ["apiVersion"] = ScaleType.ApiVersion,
            ["kind"] = ScaleType.Kind,
            ["metadata"] = new JsonObject(),
            ["spec"] = spec,
            ["status"] = status,
        };
        Meta.Copy(value, scale, "name", "namespace", "uid", "creationTimestamp");
        if (revision > 0)
        {
            Meta.Of(scale)["resourceVersion"] = revision.ToString();
        }

        return scale;
    }

    /// <summary>Where the counts are, in the version in which the object is held.</summary>
    /// <param name="call">The call.</param>
    /// <exception cref="Runtime.Clients.ApiException">404: the kind has no scale.</exception>
    public static ScalePaths Paths(Call call) => call.Definition.Storage.Scale ?? call.Version.Scale ?? throw Refuse.NoSuchResource();

    private static string Selector(Call call, JsonObject value, ScalePaths paths)
    {
        if (paths.LabelSelector is { } path)
        {
            return At(value, path) is JsonValue text && text.TryGetValue(out string? selector) ? selector : "";
        }

        return call.Definition.BuiltIn && value["spec"]?["selector"] is JsonObject labels
            ? LabelQuery.From(labels.Deserialize(KubernetesJson.Of<LabelSelector>(KubernetesJson.Default))).ToString()
            : "";
    }

    private static JsonNode? At(JsonObject value, string path)
    {
        JsonNode? node = value;
        foreach (var name in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            node = (node as JsonObject)?[name];
        }

        return node;
    }
}
