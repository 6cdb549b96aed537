using System.Text.Json.Nodes;
using Slipway.Machinery.Objects;

namespace Slipway.Server.Resources;

/// <summary>A converter for which many objects at once cost little more than one.</summary>
internal interface IBatchConverter : IObjectConverter
{
    /// <summary>Converts objects.</summary>
    /// <param name="values">The objects, none in the version wanted; they are consumed.</param>
    /// <param name="version">The version wanted.</param>
    /// <returns>The converted objects in the same order.</returns>
    IReadOnlyList<JsonObject> ConvertAll(IReadOnlyList<JsonObject> values, string version);
}
