using System.Text.Json.Nodes;
using Slipway.Api.Json;
using Slipway.Machinery.Objects;

namespace Slipway.Api.Conversion.Steps;

/// <summary>A reference to an object: by version and namespace in v1beta1, by group alone in v1beta2.</summary>
/// <param name="path">The reference.</param>
internal sealed class Reference(FieldPath path) : ConversionStep
{
    /// <inheritdoc/>
    public override void Up(JsonObject scope, ConversionSetting setting)
    {
        if (path.Get(scope) is not JsonObject old)
        {
            return;
        }

        var reference = new JsonObject();
        if (Text(old, "apiVersion") is { Length: > 0 } apiVersion)
        {
            var slash = apiVersion.IndexOf('/', StringComparison.Ordinal);
            reference["apiGroup"] = slash < 0 ? "" : apiVersion[..slash];
        }

        Copy(old, reference);
        path.Put(scope, reference);
    }

    /// <inheritdoc/>
    public override void Down(JsonObject scope, ConversionSetting setting)
    {
        if (path.Get(scope) is not JsonObject current)
        {
            return;
        }

        var reference = new JsonObject();
        if (Text(current, "apiGroup") is { } group)
        {
            var version = setting.VersionOf(new GroupKind(group, Text(current, "kind") ?? ""));
            reference["apiVersion"] = group.Length == 0 ? version : $"{group}/{version}";
        }

        Copy(current, reference);
        if (setting.Namespace.Length > 0)
        {
            reference["namespace"] = setting.Namespace;
        }

        path.Put(scope, reference);
    }

    private static void Copy(JsonObject from, JsonObject to)
    {
        foreach (var name in (ReadOnlySpan<string>)["kind", "name"])
        {
            if (from[name] is { } value)
            {
                to[name] = value.DeepClone();
            }
        }
    }

    private static string? Text(JsonObject value, string name) =>
        value[name] is JsonValue text && text.TryGetValue(out string? found) ? found : null;
}
