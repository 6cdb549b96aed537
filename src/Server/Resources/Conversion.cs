using System.Text.Json.Nodes;

namespace Slipway.Server.Resources;

/// <summary>Turns objects of one kind from one version into another.</summary>
internal static class Conversion
{
    /// <summary>Converts an object.</summary>
    /// <param name="value">The object in any version of its kind; it is consumed.</param>
    /// <param name="definition">The kind.</param>
    /// <param name="version">The version wanted.</param>
    public static JsonObject Convert(JsonObject value, ResourceDefinition definition, ResourceVersion version)
    {
        var apiVersion = definition.Type(version).ApiVersion;
        if ((string?)value["apiVersion"] == apiVersion)
        {
            return value;
        }

        if (definition.Converter is { } converter)
        {
            return converter.Convert(value, version.Name);
        }

        value["apiVersion"] = apiVersion;
        return value;
    }
}
