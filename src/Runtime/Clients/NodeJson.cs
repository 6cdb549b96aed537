using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Slipway.Runtime.Clients;

/// <summary>JSON trees for source-generated serialization.</summary>
[JsonSerializable(typeof(JsonNode))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class NodeJson : JsonSerializerContext;
