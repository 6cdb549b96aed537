using System.Text.Json;
using System.Text.Json.Serialization;
using Slipway.Api.Json;
using Slipway.Api.Kubernetes.Nodes;

namespace Slipway.Api.ControlPlane;

/// <summary>How the kinds of this room are read and written as JSON.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(KubeadmControlPlane))]
[JsonSerializable(typeof(Taint))]
internal sealed partial class ControlPlaneJson : JsonSerializerContext
{
    /// <summary>These kinds under the rules of Kubernetes JSON.</summary>
    internal static JsonSerializerOptions Kubernetes { get; } = ApiOptions.Of(new ControlPlaneJson());
}
