using System.Text.Json.Nodes;
using Slipway.Api.Json;

namespace Slipway.Api.Conversion.Steps;

/// <summary>Command-line arguments: a map in v1beta1, a list of names and values sorted by name in v1beta2.</summary>
/// <param name="path">Where both have them.</param>
internal sealed class Arguments(FieldPath path) : ConversionStep
{
    /// <inheritdoc/>
    public override void Up(JsonObject scope, ConversionSetting setting)
    {
        if (path.Get(scope) is not JsonObject map)
        {
            return;
        }

        var list = new JsonArray();
        foreach (var (name, value) in map.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            list.Add((JsonNode)new JsonObject { ["name"] = name, ["value"] = value?.DeepClone() ?? "" });
        }

        path.Put(scope, list);
    }

    /// <inheritdoc/>
    public override void Down(JsonObject scope, ConversionSetting setting)
    {
        if (path.Get(scope) is not JsonArray list)
        {
            return;
        }

        var map = new JsonObject();
        foreach (var item in list.OfType<JsonObject>())
        {
            map[item["name"]?.ToString() ?? ""] = item["value"]?.DeepClone() ?? "";
        }

        path.Put(scope, map);
    }
}
