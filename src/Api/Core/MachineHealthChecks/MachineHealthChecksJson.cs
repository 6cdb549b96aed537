using System.Text.Json;
using System.Text.Json.Serialization;
using Slipway.Api.Json;

namespace Slipway.Api.Core.MachineHealthChecks;

/// <summary>How the kinds of this room are read and written as JSON.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(MachineHealthCheck))]
internal sealed partial class MachineHealthChecksJson : JsonSerializerContext
{
    /// <summary>These kinds under the rules of Kubernetes JSON.</summary>
    internal static JsonSerializerOptions Kubernetes { get; } = ApiOptions.Of(new MachineHealthChecksJson());
}
