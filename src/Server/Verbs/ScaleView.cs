using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Machinery.Json;
using Slipway.Machinery.Objects;
using Slipway.Machinery.Selectors;
using Slipway.Server.Admission;
using Slipway.Server.Failures;
using Slipway.Server.Objects;
using Slipway.Server.Resources;
using Slipway.Server.Watching;

namespace Slipway.Server.Verbs;

/// <summary>The <c>scale</c> subresource: one small object of one form for every kind that has replicas.</summary>
internal static class ScaleView
{
    private static readonly ResourceType ScaleType = new("autoscaling", "v1", "Scale", "scales");

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

    /// <summary>Takes a changed scale over into its object.</summary>
    /// <param name="call">The call.</param>
    /// <param name="current">The present object.</param>
    /// <param name="edit">The change of the scale.</param>
    /// <returns>The object wanted, in the stored version.</returns>
    public static JsonObject Apply(Call call, CachedObject current, Edit edit)
    {
        var value = Conversion.Convert(current.Tree(), call.Definition, call.Definition.Storage);
        var scale = edit(Of(call, value, current.Revision));
        Intake.CheckType(scale, ScaleType, isOptional: true);
        if (MetadataRules.Shape(scale, new Findings()) is { } fault)
        {
            throw Refuse.BadRequest(fault);
        }

        Preconditions.Check(call, scale, current);
        var replicas = scale["spec"]?["replicas"];
        if (replicas is not null && Meta.Whole(replicas) is null)
        {
            throw Invalid(call, Admission.Invalid.Type("spec.replicas", replicas, "integer"));
        }

        var wanted = Meta.Whole(replicas) ?? 0;
        if (wanted is < 0 or > int.MaxValue)
        {
            throw Invalid(call, Admission.Invalid.Value("spec.replicas", replicas, "should be a non-negative integer"));
        }

        Set(value, Paths(call).SpecReplicas, wanted);
        return value;
    }

    private static Exception Invalid(Call call, FieldError error) => Refuse.Invalid(ScaleType.GroupKind, call.Name, [error]);

    // The paths are those of the stored version, in which the object is held.
    private static ScalePaths Paths(Call call) => call.Definition.Storage.Scale ?? call.Version.Scale ?? throw Refuse.NoSuchResource();

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

    private static void Set(JsonObject value, string path, long number)
    {
        var names = path.Split('.', StringSplitOptions.RemoveEmptyEntries);
        foreach (var name in names[..^1])
        {
            if (value[name] is not JsonObject inner)
            {
                value[name] = inner = [];
            }

            value = inner;
        }

        value[names[^1]] = number;
    }
}
