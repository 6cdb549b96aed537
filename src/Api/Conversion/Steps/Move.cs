using System.Text.Json.Nodes;
using Slipway.Api.Json;

namespace Slipway.Api.Conversion.Steps;

/// <summary>A field that stands elsewhere, with the same content.</summary>
/// <param name="old">Where v1beta1 has it.</param>
/// <param name="new">Where v1beta2 has it.</param>
internal sealed class Move(FieldPath old, FieldPath @new) : ConversionStep
{
    /// <inheritdoc/>
    public override void Up(JsonObject scope, ConversionSetting setting) => Carry(scope, old, @new);

    /// <inheritdoc/>
    public override void Down(JsonObject scope, ConversionSetting setting) => Carry(scope, @new, old);

    private static void Carry(JsonObject scope, FieldPath from, FieldPath to)
    {
        if (from.Take(scope) is { } value)
        {
            to.Put(scope, value);
        }
    }
}
