using System.Text.Json.Nodes;
using Slipway.Api.Core.Shared;
using Slipway.Api.Json;

namespace Slipway.Api.Conversion.Steps;

/// <summary>A span of time: a Go duration in v1beta1, whole seconds in v1beta2.</summary>
/// <param name="old">Where v1beta1 has it.</param>
/// <param name="new">Where v1beta2 has it.</param>
internal sealed class Seconds(FieldPath old, FieldPath @new) : ConversionStep
{
    /// <inheritdoc/>
    public override void Up(JsonObject scope, ConversionSetting setting)
    {
        if (old.Take(scope) is { } value)
        {
            @new.Put(scope, ToSeconds(value));
        }
    }

    /// <inheritdoc/>
    public override void Down(JsonObject scope, ConversionSetting setting)
    {
        if (@new.Take(scope) is { } value)
        {
            old.Put(scope, ToDuration(value));
        }
    }

    /// <summary>A duration as whole seconds; what is no duration stays, so that validation can name it.</summary>
    public static JsonNode ToSeconds(JsonNode value) =>
        value is JsonValue text && text.TryGetValue(out string? duration) && GoDuration.TryParse(duration, out var span)
            ? JsonValue.Create((int)Math.Clamp(span.Ticks / TimeSpan.TicksPerSecond, int.MinValue, int.MaxValue))
            : value;

    /// <summary>Whole seconds as a duration; what is no number stays.</summary>
    public static JsonNode ToDuration(JsonNode value) =>
        value is JsonValue number && number.TryGetValue(out long seconds)
            ? JsonValue.Create(GoDuration.Format(TimeSpan.FromSeconds(seconds)))
            : value;
}
