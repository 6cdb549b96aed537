using System.Text.Json.Nodes;
using Slipway.Api.Json;

namespace Slipway.Api.Conversion.Steps;

/// <summary>Failure domains: a map by name in v1beta1, a list sorted by name in v1beta2.</summary>
/// <param name="path">Where both have them.</param>
internal sealed class NamedItems(FieldPath path) : ConversionStep
{
    /// <inheritdoc/>
    public override void Up(JsonObject scope, ConversionSetting setting)
    {
        if (path.Get(scope) is not JsonObject map)
        {
            return;
        }

        var list = new JsonArray();
        foreach (var (name, value) in map.OrderBy(p => p.Key, StringComparer.Ordinal).ToList())
        {
            var item = new JsonObject { ["name"] = name };
            foreach (var (field, content) in value as JsonObject ?? [])
            {
                if (!(field == "controlPlane" && Flag.IsFalse(content)))
                {
                    item[field] = content?.DeepClone();
                }
            }

            list.Add((JsonNode)item);
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
            var copy = item.DeepClone().AsObject();
            copy.Remove("name");
            map[item["name"]?.ToString() ?? ""] = copy;
        }

        path.Put(scope, map);
    }
}
