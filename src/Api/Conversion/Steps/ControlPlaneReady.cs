using System.Text.Json.Nodes;
using Slipway.Api.Json;

namespace Slipway.Api.Conversion.Steps;

/// <summary>Whether a control plane is ready: written in v1beta1; in v1beta2 it follows from the ready replicas.</summary>
internal sealed class ControlPlaneReady : ConversionStep
{
    private static readonly FieldPath Ready = "status.ready";

    /// <inheritdoc/>
    public override void Up(JsonObject scope, ConversionSetting setting) => Ready.Take(scope);

    /// <inheritdoc/>
    public override void Down(JsonObject scope, ConversionSetting setting)
    {
        if (scope["status"] is JsonObject status)
        {
            status["ready"] = status["readyReplicas"] is JsonValue replicas && replicas.TryGetValue(out int count) && count > 0;
        }
    }
}
