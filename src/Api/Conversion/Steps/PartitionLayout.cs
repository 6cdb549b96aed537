using System.Text.Json.Nodes;

namespace Slipway.Api.Conversion.Steps;

/// <summary>Whether a disk gets one partition: always written in v1beta1; in v1beta2 only where no layout is given instead.</summary>
internal sealed class PartitionLayout : ConversionStep
{
    /// <inheritdoc/>
    public override void Up(JsonObject scope, ConversionSetting setting)
    {
        if (scope["diskLayout"] is JsonArray { Count: > 0 } && Flag.IsFalse(scope["layout"]))
        {
            scope.Remove("layout");
        }
    }

    /// <inheritdoc/>
    public override void Down(JsonObject scope, ConversionSetting setting)
    {
        if (scope["layout"] is null)
        {
            scope["layout"] = false;
        }
    }
}
