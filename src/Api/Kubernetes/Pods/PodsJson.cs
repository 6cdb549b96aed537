using System.Text.Json;
using System.Text.Json.Serialization;
using Slipway.Api.Json;

namespace Slipway.Api.Kubernetes.Pods;

/// <summary>How the kinds of this room are read and written as JSON.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Pod))]
internal sealed partial class PodsJson : JsonSerializerContext
{
    /// <summary>These kinds under the rules of Kubernetes JSON.</summary>
    internal static JsonSerializerOptions Kubernetes { get; } = ApiOptions.Of(new PodsJson());
}
