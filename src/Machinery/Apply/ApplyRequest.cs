using System.Text.Json.Nodes;

namespace Slipway.Machinery.Apply;

/// <summary>What is to be applied.</summary>
/// <param name="Config">All that the applier wants of the object.</param>
/// <param name="ApiVersion">The version in which it is written.</param>
/// <param name="Author">The applier.</param>
/// <param name="Time">The time, RFC 3339.</param>
public sealed record ApplyRequest(JsonObject Config, string ApiVersion, FieldAuthor Author, string Time)
{
    /// <summary>Whether the applier takes fields from owners who want them otherwise.</summary>
    public bool Force { get; init; }
}
