using System.Text.Json.Nodes;

namespace Slipway.Api.Conversion.Steps;

/// <summary>One difference between v1beta1 and v1beta2, and how to cross it in both directions.</summary>
internal abstract class ConversionStep
{
    /// <summary>From v1beta1 to v1beta2.</summary>
    /// <param name="scope">The object that the step's paths start from; changed in place.</param>
    /// <param name="setting">What is known beside the object.</param>
    public abstract void Up(JsonObject scope, ConversionSetting setting);

    /// <summary>From v1beta2 to v1beta1.</summary>
    /// <param name="scope">The object that the step's paths start from; changed in place.</param>
    /// <param name="setting">What is known beside the object.</param>
    public abstract void Down(JsonObject scope, ConversionSetting setting);
}
