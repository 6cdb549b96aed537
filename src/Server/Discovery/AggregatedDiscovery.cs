using System.Text.Json;
using Slipway.Server.Resources;

namespace Slipway.Server.Discovery;

/// <summary>Writes discovery as <c>apidiscovery.k8s.io</c> lists, which hold all that the plain form has.</summary>
internal static class AggregatedDiscovery
{
    /// <summary>The media type of a list.</summary>
    /// <param name="version"><c>v2</c> or <c>v2beta1</c>.</param>
    public static string ContentType(string version) =>
        $"application/json;g=apidiscovery.k8s.io;v={version};as=APIGroupDiscoveryList";

    /// <summary>Writes a list.</summary>
    /// <param name="writer">Takes the document.</param>
    /// <param name="groups">The groups: the core group alone, or all others.</param>
    /// <param name="listVersion"><c>v2</c> or <c>v2beta1</c>.</param>
    public static void Write(Utf8JsonWriter writer, IEnumerable<ApiGroup> groups, string listVersion)
    {
        writer.WriteStartObject();
        writer.WriteString("kind"u8, "APIGroupDiscoveryList"u8);
        writer.WriteString("apiVersion"u8, "apidiscovery.k8s.io/" + listVersion);
        writer.WriteStartObject("metadata"u8);
        writer.WriteEndObject();
        writer.WriteStartArray("items"u8);
        foreach (var group in groups)
        {
            WriteGroup(writer, group);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteGroup(Utf8JsonWriter writer, ApiGroup group)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("metadata"u8);
        if (group.Name.Length > 0)
        {
            writer.WriteString("name"u8, group.Name);
        }

        writer.WriteNull("creationTimestamp"u8);
        writer.WriteEndObject();
        writer.WriteStartArray("versions"u8);
        foreach (var version in group.Versions)
        {
            writer.WriteStartObject();
            writer.WriteString("version"u8, version);
            writer.WriteStartArray("resources"u8);
            foreach (var (definition, candidate) in group.In(version))
            {
                WriteResource(writer, definition, candidate);
            }

            writer.WriteEndArray();
            writer.WriteString("freshness"u8, "Current"u8);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteResource(Utf8JsonWriter writer, ResourceDefinition definition, ResourceVersion version)
    {
        writer.WriteStartObject();
        writer.WriteString("resource"u8, definition.Plural);
        WriteKind(writer, definition.Kind.Group, version.Name, definition.Kind.Kind);
        writer.WriteString("scope"u8, definition.Namespaced ? "Namespaced"u8 : "Cluster"u8);
        writer.WriteString("singularResource"u8, definition.Singular);
        PlainDiscovery.WriteStrings(writer, "verbs", definition.Verbs);
        if (definition.ShortNames.Count > 0)
        {
            PlainDiscovery.WriteStrings(writer, "shortNames", definition.ShortNames);
        }

        if (definition.Categories.Count > 0)
        {
            PlainDiscovery.WriteStrings(writer, "categories", definition.Categories);
        }

        var subresources = ApiSubresources.Of(definition, version).ToList();
        if (subresources.Count > 0)
        {
            writer.WriteStartArray("subresources"u8);
            foreach (var subresource in subresources)
            {
                writer.WriteStartObject();
                writer.WriteString("subresource"u8, subresource.Name);
                WriteKind(writer, subresource.Group, subresource.Version, subresource.Kind);
                PlainDiscovery.WriteStrings(writer, "verbs", subresource.Verbs);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteKind(Utf8JsonWriter writer, string group, string version, string kind)
    {
        writer.WriteStartObject("responseKind"u8);
        writer.WriteString("group"u8, group);
        writer.WriteString("version"u8, version);
        writer.WriteString("kind"u8, kind);
        writer.WriteEndObject();
    }
}
