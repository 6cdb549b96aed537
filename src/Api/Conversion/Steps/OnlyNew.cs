using System.Text.Json.Nodes;
using Slipway.Api.Json;

namespace Slipway.Api.Conversion.Steps;

/// <summary>A field that v1beta1 does not have; it survives in the annotation of the converted object.</summary>
/// <param name="path">Where v1beta2 has it.</param>
internal sealed class OnlyNew(FieldPath path) : ConversionStep
{
    /// <inheritdoc/>
    public override void Up(JsonObject scope, ConversionSetting setting)
    {
    }

    /// <inheritdoc/>
    public override void Down(JsonObject scope, ConversionSetting setting) => path.Take(scope);
}
