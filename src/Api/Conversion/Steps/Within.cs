using System.Text.Json.Nodes;
using Slipway.Api.Json;

namespace Slipway.Api.Conversion.Steps;

/// <summary>Differences inside one object.</summary>
/// <param name="path">The object.</param>
/// <param name="steps">The differences, in the order in which they are crossed upwards.</param>
internal sealed class Within(FieldPath path, IReadOnlyList<ConversionStep> steps) : ConversionStep
{
    /// <inheritdoc/>
    public override void Up(JsonObject scope, ConversionSetting setting)
    {
        if (path.Get(scope) is JsonObject inner)
        {
            AllUp(steps, inner, setting);
        }
    }

    /// <inheritdoc/>
    public override void Down(JsonObject scope, ConversionSetting setting)
    {
        if (path.Get(scope) is JsonObject inner)
        {
            AllDown(steps, inner, setting);
        }
    }

    /// <summary>Crosses all differences upwards.</summary>
    public static void AllUp(IReadOnlyList<ConversionStep> steps, JsonObject scope, ConversionSetting setting)
    {
        foreach (var step in steps)
        {
            step.Up(scope, setting);
        }
    }

    /// <summary>Crosses all differences downwards, the last first.</summary>
    public static void AllDown(IReadOnlyList<ConversionStep> steps, JsonObject scope, ConversionSetting setting)
    {
        for (var at = steps.Count - 1; at >= 0; at--)
        {
            steps[at].Down(scope, setting);
        }
    }
}
