using System.Text.Json.Nodes;

namespace Slipway.Machinery.Objects;

/// <summary>Turns objects of one kind from one API version into another without loss.</summary>
public interface IObjectConverter
{
    /// <summary>The kind.</summary>
    GroupKind Kind { get; }

    /// <summary>Converts an object.</summary>
    /// <param name="value">The object in any of the kind's versions; it is consumed and may be changed.</param>
    /// <param name="version">The version wanted, for example <c>v1beta2</c>.</param>
    /// <returns>The object in the version wanted, its <c>apiVersion</c> included.</returns>
    JsonObject Convert(JsonObject value, string version);
}
