using System.Text.Json.Nodes;
using Slipway.Api.Json;

namespace Slipway.Api.Conversion.Steps;

/// <summary>A field that v1beta2 no longer has; it is dropped.</summary>
/// <param name="path">Where v1beta1 has it.</param>
internal sealed class OnlyOld(FieldPath path) : ConversionStep
{
    /// <inheritdoc/>
    public override void Up(JsonObject scope, ConversionSetting setting) => path.Take(scope);

    /// <inheritdoc/>
    public override void Down(JsonObject scope, ConversionSetting setting)
    {
    }
}
