using System.Text.Json;
using System.Text.Json.Serialization;
using Slipway.Api.Json;

namespace Slipway.Api.Infrastructure.Dev;

/// <summary>How the kinds of this room are read and written as JSON.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(DevCluster))]
[JsonSerializable(typeof(DevMachine))]
[JsonSerializable(typeof(DevMachineTemplate))]
internal sealed partial class DevJson : JsonSerializerContext
{
    /// <summary>These kinds under the rules of Kubernetes JSON.</summary>
    internal static JsonSerializerOptions Kubernetes { get; } = ApiOptions.Of(new DevJson());
}
