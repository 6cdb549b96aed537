using System.Text.Json.Nodes;
using Slipway.Api.Json;

namespace Slipway.Api.Conversion.Steps;

/// <summary>A yes or no where no and nothing are the same in v1beta1; v1beta2 leaves no out.</summary>
/// <param name="path">Where both have it.</param>
internal sealed class FalseIsAbsent(FieldPath path) : ConversionStep
{
    /// <inheritdoc/>
    public override void Up(JsonObject scope, ConversionSetting setting)
    {
        if (Flag.IsFalse(path.Get(scope)))
        {
            path.Take(scope);
        }
    }

    /// <inheritdoc/>
    public override void Down(JsonObject scope, ConversionSetting setting)
    {
    }
}
