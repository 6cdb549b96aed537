using System.Text.Json.Serialization;

namespace Slipway.Unit.Support;

/// <summary>How toys are read and written.</summary>
[JsonSerializable(typeof(Toy))]
internal sealed partial class ToyJson : JsonSerializerContext;
