using System.Text.Json;
using System.Text.Json.Serialization;
using Slipway.Api.Json;

namespace Slipway.Api.Kubernetes.Apps;

/// <summary>How the kinds of this room are read and written as JSON.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(DaemonSet))]
[JsonSerializable(typeof(Deployment))]
internal sealed partial class AppsJson : JsonSerializerContext
{
    /// <summary>These kinds under the rules of Kubernetes JSON.</summary>
    internal static JsonSerializerOptions Kubernetes { get; } = ApiOptions.Of(new AppsJson());
}
