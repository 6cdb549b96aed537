using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Slipway.Server.Resources;

namespace Slipway.Server.Discovery;

/// <summary>Writes discovery as one document for each group and each version.</summary>
internal static class PlainDiscovery
{
    /// <summary>The versions of the core group, for <c>/api</c>.</summary>
    /// <param name="writer">Takes the document.</param>
    /// <param name="core">The core group; null where nothing of it is served.</param>
    /// <param name="host">The address by which the client came.</param>
    public static void WriteVersions(Utf8JsonWriter writer, ApiGroup? core, string host)
    {
        writer.WriteStartObject();
        writer.WriteString("kind"u8, "APIVersions"u8);
        WriteStrings(writer, "versions", core?.Versions ?? []);
        writer.WriteStartArray("serverAddressByClientCIDRs"u8);
        writer.WriteStartObject();
        writer.WriteString("clientCIDR"u8, "0.0.0.0/0"u8);
        writer.WriteString("serverAddress"u8, host);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>All groups but the core group, for <c>/apis</c>.</summary>
    /// <param name="writer">Takes the document.</param>
    /// <param name="groups">The groups.</param>
    public static void WriteGroups(Utf8JsonWriter writer, IEnumerable<ApiGroup> groups)
    {
        writer.WriteStartObject();
        writer.WriteString("kind"u8, "APIGroupList"u8);
        writer.WriteString("apiVersion"u8, "v1"u8);
        writer.WriteStartArray("groups"u8);
        foreach (var group in groups)
        {
            writer.WriteStartObject();
            WriteGroupContent(writer, group);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>One group.</summary>
    /// <param name="writer">Takes the document.</param>
    /// <param name="group">The group.</param>
    public static void WriteGroup(Utf8JsonWriter writer, ApiGroup group)
    {
        writer.WriteStartObject();
        writer.WriteString("kind"u8, "APIGroup"u8);
        writer.WriteString("apiVersion"u8, "v1"u8);
        WriteGroupContent(writer, group);
        writer.WriteEndObject();
    }

    /// <summary>The resources of one version of a group.</summary>
    /// <param name="writer">Takes the document.</param>
    /// <param name="group">The group.</param>
    /// <param name="version">The version.</param>
    public static void WriteResources(Utf8JsonWriter writer, ApiGroup group, string version)
    {
        writer.WriteStartObject();
        writer.WriteString("kind"u8, "APIResourceList"u8);
        writer.WriteString("apiVersion"u8, "v1"u8);
        writer.WriteString("groupVersion"u8, group.GroupVersion(version));
        writer.WriteStartArray("resources"u8);
        foreach (var (definition, candidate) in group.In(version))
        {
            WriteResource(writer, definition);
            foreach (var subresource in ApiSubresources.Of(definition, candidate))
            {
                WriteSubresource(writer, definition, version, subresource);
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Writes a list of strings as a property.</summary>
    /// <param name="writer">Inside an object.</param>
    /// <param name="name">The property.</param>
    /// <param name="values">The strings.</param>
    public static void WriteStrings(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    private static void WriteGroupContent(Utf8JsonWriter writer, ApiGroup group)
    {
        writer.WriteString("name"u8, group.Name);
        writer.WriteStartArray("versions"u8);
        foreach (var version in group.Versions)
        {
            writer.WriteStartObject();
            WriteGroupVersion(writer, group, version);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("preferredVersion"u8);
        WriteGroupVersion(writer, group, group.Versions[0]);
        writer.WriteEndObject();
    }

    private static void WriteGroupVersion(Utf8JsonWriter writer, ApiGroup group, string version)
    {
        writer.WriteString("groupVersion"u8, group.GroupVersion(version));
        writer.WriteString("version"u8, version);
    }

    private static void WriteResource(Utf8JsonWriter writer, ResourceDefinition definition)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, definition.Plural);
        writer.WriteString("singularName"u8, definition.Singular);
        writer.WriteBoolean("namespaced"u8, definition.Namespaced);
        writer.WriteString("kind"u8, definition.Kind.Kind);
        WriteStrings(writer, "verbs", definition.Verbs);
        if (definition.ShortNames.Count > 0)
        {
            WriteStrings(writer, "shortNames", definition.ShortNames);
        }

        if (definition.Categories.Count > 0)
        {
            WriteStrings(writer, "categories", definition.Categories);
        }

        writer.WriteString("storageVersionHash"u8, StorageVersionHash(definition));
        writer.WriteEndObject();
    }

    private static void WriteSubresource(Utf8JsonWriter writer, ResourceDefinition definition, string version, Subresource subresource)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, $"{definition.Plural}/{subresource.Name}");
        writer.WriteString("singularName"u8, ""u8);
        writer.WriteBoolean("namespaced"u8, definition.Namespaced);
        if (subresource.Group != definition.Kind.Group || subresource.Version != version)
        {
            writer.WriteString("group"u8, subresource.Group);
            writer.WriteString("version"u8, subresource.Version);
        }

        writer.WriteString("kind"u8, subresource.Kind);
        WriteStrings(writer, "verbs", subresource.Verbs);
        writer.WriteEndObject();
    }

    private static string StorageVersionHash(ResourceDefinition definition) =>
        Convert.ToBase64String(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{definition.Kind.Group}/{definition.Storage.Name}/{definition.Kind.Kind}")).AsSpan(0, 8));
}
