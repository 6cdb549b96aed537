using System.Text.Json.Nodes;
using Slipway.Api.Json;

namespace Slipway.Api.Conversion.Steps;

/// <summary>A full object reference of v1beta1 of which v1beta2 keeps some fields, perhaps elsewhere; the others are constant.</summary>
/// <param name="old">Where v1beta1 has it.</param>
/// <param name="new">Where v1beta2 has it.</param>
/// <param name="names">The fields that are kept.</param>
/// <param name="constants">The fields that v1beta1 has besides, with their values.</param>
internal sealed class KeepFields(FieldPath old, FieldPath @new, string[] names, params (string Name, string Value)[] constants) : ConversionStep
{
    /// <inheritdoc/>
    public override void Up(JsonObject scope, ConversionSetting setting)
    {
        if (old.Take(scope) is JsonObject reference)
        {
            @new.Put(scope, Kept(reference));
        }
    }

    /// <inheritdoc/>
    public override void Down(JsonObject scope, ConversionSetting setting)
    {
        if (@new.Take(scope) is JsonObject reference)
        {
            var kept = Kept(reference);
            foreach (var (name, value) in constants)
            {
                kept[name] = value;
            }

            old.Put(scope, kept);
        }
    }

    private JsonObject Kept(JsonObject from)
    {
        var kept = new JsonObject();
        foreach (var name in names)
        {
            if (from[name] is { } value)
            {
                kept[name] = value.DeepClone();
            }
        }

        return kept;
    }
}
