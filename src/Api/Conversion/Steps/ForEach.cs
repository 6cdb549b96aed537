using System.Text.Json.Nodes;
using Slipway.Api.Json;

namespace Slipway.Api.Conversion.Steps;

/// <summary>Differences inside each item of a list.</summary>
/// <param name="path">The list.</param>
/// <param name="steps">The differences, in the order in which they are crossed upwards.</param>
internal sealed class ForEach(FieldPath path, params IReadOnlyList<ConversionStep> steps) : ConversionStep
{
    /// <inheritdoc/>
    public override void Up(JsonObject scope, ConversionSetting setting)
    {
        foreach (var item in (path.Get(scope) as JsonArray ?? []).OfType<JsonObject>())
        {
            Within.AllUp(steps, item, setting);
        }
    }

    /// <inheritdoc/>
    public override void Down(JsonObject scope, ConversionSetting setting)
    {
        foreach (var item in (path.Get(scope) as JsonArray ?? []).OfType<JsonObject>())
        {
            Within.AllDown(steps, item, setting);
        }
    }
}
