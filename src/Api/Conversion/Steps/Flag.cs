using System.Text.Json.Nodes;
using Slipway.Api.Json;

namespace Slipway.Api.Conversion.Steps;

/// <summary>A yes or no that v1beta1 always writes, and v1beta2 only where it is yes.</summary>
/// <param name="old">Where v1beta1 has it.</param>
/// <param name="new">Where v1beta2 has it.</param>
internal sealed class Flag(FieldPath old, FieldPath @new) : ConversionStep
{
    /// <inheritdoc/>
    public override void Up(JsonObject scope, ConversionSetting setting)
    {
        if (old.Take(scope) is { } value && !IsFalse(value))
        {
            @new.Put(scope, value);
        }
    }

    /// <inheritdoc/>
    public override void Down(JsonObject scope, ConversionSetting setting)
    {
        var hasPlace = old.HasParent(scope);
        if ((@new.Take(scope) ?? (hasPlace ? JsonValue.Create(false) : null)) is { } value)
        {
            old.Put(scope, value);
        }
    }

    /// <summary>Whether a value is the JSON value false.</summary>
    public static bool IsFalse(JsonNode? value) => value is JsonValue found && found.TryGetValue(out bool flag) && !flag;
}
