using System.Text.Json;
using System.Text.Json.Serialization;
using Slipway.Api.Json;

namespace Slipway.Api.Core.Clusters;

/// <summary>How the kinds of this room are read and written as JSON.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Cluster))]
internal sealed partial class ClustersJson : JsonSerializerContext
{
    /// <summary>These kinds under the rules of Kubernetes JSON.</summary>
    internal static JsonSerializerOptions Kubernetes { get; } = ApiOptions.Of(new ClustersJson());
}
