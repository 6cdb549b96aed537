using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Slipway.Machinery.Apply;
using Slipway.Machinery.Apply.Types;
using Slipway.Machinery.Schemas;
using Slipway.Server.OpenApi;
using Slipway.Server.Resources;

namespace Slipway.Server.Verbs.Writing.Owning;

/// <summary>The versions of a kind, as merging and ownership see them.</summary>
/// <param name="definition">The kind.</param>
internal sealed class KindVersions(ResourceDefinition definition) : IObjectVersions
{
    private static readonly ConditionalWeakTable<ResourceVersion, IMergeType> Types = [];

    private static readonly SchemaMergeType Anything =
        SchemaMergeType.Of(Schema.Parse("""{"type":"object","x-kubernetes-preserve-unknown-fields":true}"""u8.ToArray()));

    /// <inheritdoc/>
    public IMergeType? TypeOf(string apiVersion) => Find(apiVersion) is { } version
        ? Types.GetValue(version, v => Make(definition, v))
        : null;

    /// <inheritdoc/>
    public JsonObject Convert(JsonObject value, string apiVersion)
    {
        if ((string?)value["apiVersion"] == apiVersion || value.Count == 0)
        {
            return value;
        }

        var version = Find(apiVersion) ?? throw new ArgumentException($"{definition.Kind} has no version {apiVersion}.", nameof(apiVersion));
        return Conversion.Convert((JsonObject)value.DeepClone(), definition, version);
    }

    private static IMergeType Make(ResourceDefinition definition, ResourceVersion version) => definition.BuiltIn
        ? (IMergeType?)BuiltInType.Of(SchemaCatalog.NameOf(definition, version)) ?? Anything
        : version.Schema is { } schema ? SchemaMergeType.Of(schema.Value.Compiled)
        : Anything;

    private ResourceVersion? Find(string apiVersion)
    {
        foreach (var version in definition.Versions)
        {
            var group = definition.Kind.Group;
            if (group.Length == 0
                ? version.Name == apiVersion
                : apiVersion.Length == group.Length + version.Name.Length + 1 && apiVersion.StartsWith(group, StringComparison.Ordinal)
                    && apiVersion.EndsWith(version.Name, StringComparison.Ordinal))
            {
                return version;
            }
        }

        return null;
    }
}
