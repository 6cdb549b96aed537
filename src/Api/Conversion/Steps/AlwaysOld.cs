using System.Text.Json.Nodes;
using Slipway.Api.Json;

namespace Slipway.Api.Conversion.Steps;

/// <summary>An object that v1beta1 always writes, even empty.</summary>
/// <param name="path">Where both have it.</param>
internal sealed class AlwaysOld(FieldPath path) : ConversionStep
{
    /// <inheritdoc/>
    public override void Up(JsonObject scope, ConversionSetting setting)
    {
    }

    /// <inheritdoc/>
    public override void Down(JsonObject scope, ConversionSetting setting)
    {
        if (path.Get(scope) is null && path.HasParent(scope))
        {
            path.Put(scope, new JsonObject());
        }
    }
}
