using System.Text.Json.Nodes;
using Slipway.Api.Json;

namespace Slipway.Api.Conversion.Steps;

/// <summary>
/// How long kubeadm waits for the control plane: once, at the API server, in v1beta1; for init and for join, with the
/// same value, in v1beta2.
/// </summary>
internal sealed class ControlPlaneTimeout : ConversionStep
{
    private static readonly FieldPath Old = "clusterConfiguration.apiServer.timeoutForControlPlane";
    private static readonly FieldPath Init = "initConfiguration.timeouts.controlPlaneComponentHealthCheckSeconds";
    private static readonly FieldPath Join = "joinConfiguration.timeouts.controlPlaneComponentHealthCheckSeconds";

    /// <inheritdoc/>
    public override void Up(JsonObject scope, ConversionSetting setting)
    {
        if (Old.Take(scope) is { } value)
        {
            var seconds = Seconds.ToSeconds(value);
            Init.Put(scope, seconds);
            Join.Put(scope, seconds.DeepClone());
        }
    }

    /// <inheritdoc/>
    public override void Down(JsonObject scope, ConversionSetting setting)
    {
        var atInit = Init.Take(scope);
        var atJoin = Join.Take(scope);
        if ((atInit ?? atJoin) is { } value)
        {
            Old.Put(scope, Seconds.ToDuration(value));
        }
    }
}
