using System.Text.Json.Nodes;
using Slipway.Api.Conversion.Steps;
using Slipway.Api.Core;
using Slipway.Api.Crds;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Conversion;

/// <summary>
/// Converts one kind between v1beta1 and v1beta2. An object that goes down carries its v1beta2 form in an annotation; one
/// that comes up again gets back from there what v1beta1 could not say and the client did not change.
/// </summary>
internal sealed class KindConverter : IObjectConverter
{
    private const string Old = "v1beta1";
    private const string New = "v1beta2";

    private readonly IReadOnlyList<ConversionStep> _steps;
    private readonly Func<GroupKind, string> _versionOf;
    private readonly Lazy<JsonObject> _schema;

    /// <summary>Makes the converter of a kind.</summary>
    /// <param name="resource">The kind in v1beta2.</param>
    /// <param name="steps">Its differences, in the order in which they are crossed upwards.</param>
    /// <param name="versionOf">The version by which v1beta1 references name other kinds.</param>
    public KindConverter(ResourceType resource, IReadOnlyList<ConversionStep> steps, Func<GroupKind, string> versionOf)
    {
        Kind = resource.GroupKind;
        _steps = steps;
        _versionOf = versionOf;
        _schema = new(() => Schema(resource.QualifiedPlural));
    }

    /// <inheritdoc/>
    public GroupKind Kind { get; }

    /// <inheritdoc/>
    public JsonObject Convert(JsonObject value, string version)
    {
        ArgumentNullException.ThrowIfNull(value);
        var apiVersion = value["apiVersion"]?.ToString() ?? "";
        var present = apiVersion[(apiVersion.IndexOf('/', StringComparison.Ordinal) + 1)..];
        switch (present, version)
        {
            case (Old, New):
                Up(value);
                break;
            case (New, Old):
                Down(value);
                break;
            case var _ when present == version:
                return value;
            default:
                throw new InvalidOperationException($"{Kind} is converted between {Old} and {New}; asked for was {present} to {version}.");
        }

        value["apiVersion"] = $"{Kind.Group}/{version}";
        return value;
    }

    private static JsonObject Schema(string name)
    {
        var document = CrdCatalog.All.Single(c => c.Name == name);
        var versions = JsonNode.Parse(document.Utf8)!["spec"]!["versions"]!.AsArray();
        return versions.Single(v => v!["name"]!.GetValue<string>() == New)!["schema"]!["openAPIV3Schema"]!.AsObject();
    }

    private void Down(JsonObject value)
    {
        var whole = new JsonObject();
        foreach (var (name, content) in value)
        {
            if (name != "metadata")
            {
                whole[name] = content?.DeepClone();
            }
        }

        Within.AllDown(_steps, value, Setting(value));
        if (value["metadata"] is not JsonObject metadata)
        {
            value["metadata"] = metadata = [];
        }

        if (metadata["annotations"] is not JsonObject annotations)
        {
            metadata["annotations"] = annotations = [];
        }

        annotations[Annotations.ConversionContent] = whole.ToJsonString();
    }

    private void Up(JsonObject value)
    {
        var real = TakeWhole(value);
        Rise(value);
        if (real is null)
        {
            return;
        }

        var seen = real.DeepClone().AsObject();
        Within.AllDown(_steps, seen, Setting(value));
        Rise(seen);
        foreach (var part in (ReadOnlySpan<string>)["spec", "status"])
        {
            var merged = ThreeWay.Merge(seen[part], value[part], real[part]);
            if (merged is null)
            {
                value.Remove(part);
            }
            else
            {
                value[part] = merged;
            }
        }
    }

    private void Rise(JsonObject value)
    {
        Within.AllUp(_steps, value, Setting(value));
        EmptyFields.Prune(value, _schema.Value);
    }

    private static JsonObject? TakeWhole(JsonObject value)
    {
        if (value["metadata"] is not JsonObject metadata
            || metadata["annotations"] is not JsonObject annotations
            || annotations[Annotations.ConversionContent] is not JsonValue kept)
        {
            return null;
        }

        annotations.Remove(Annotations.ConversionContent);
        if (annotations.Count == 0)
        {
            metadata.Remove("annotations");
        }

        try
        {
            return kept.TryGetValue(out string? text) ? JsonNode.Parse(text) as JsonObject : null;
        }
        catch (System.Text.Json.JsonException)
        {
            // Anyone may write annotations: one that is not JSON holds nothing to give back.
            return null;
        }
    }

    private ConversionSetting Setting(JsonObject value) =>
        new((value["metadata"] as JsonObject)?["namespace"]?.ToString() ?? "", _versionOf);
}
