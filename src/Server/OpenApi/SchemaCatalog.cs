using System.Text.Json.Nodes;
using Slipway.Server.Discovery;
using Slipway.Server.Resources;

namespace Slipway.Server.OpenApi;

/// <summary>
/// The schemas of a set of kinds, by name, in the form of version 3. A custom kind's schema is taken as its definition
/// has it, with the metadata that every object has; a list kind stands beside each kind. Read-only, made lazily.
/// </summary>
/// <param name="set">The kinds.</param>
internal sealed class SchemaCatalog(ResourceSet set)
{
    private const string MetaDescription = "What every object has: its name, its place, and what clients attach to it.";

    /// <summary>The groups of the set.</summary>
    public IReadOnlyList<ApiGroup> Groups { get; } = ApiGroup.Of(set);

    /// <summary>The name of a kind's schema.</summary>
    /// <param name="definition">The kind.</param>
    /// <param name="version">The version.</param>
    public static string NameOf(ResourceDefinition definition, ResourceVersion version)
    {
        var groupVersion = definition.Type(version).ApiVersion;
        return definition.BuiltIn && BuiltInSchemas.All.Kinds.TryGetValue((groupVersion, definition.Kind.Kind), out var known)
            ? known
            : SchemaNames.Custom(definition.Kind.Group, version.Name, definition.Kind.Kind);
    }

    /// <summary>The name of the schema of a kind's lists.</summary>
    /// <param name="definition">The kind.</param>
    /// <param name="version">The version.</param>
    public static string ListNameOf(ResourceDefinition definition, ResourceVersion version)
    {
        var name = NameOf(definition, version);
        return name[..(name.LastIndexOf('.') + 1)] + definition.ListKind;
    }

    /// <summary>The schemas of one version of a group, with all that they refer to, by name.</summary>
    /// <param name="group">The group.</param>
    /// <param name="version">The version.</param>
    public SortedDictionary<string, JsonObject> Of(ApiGroup group, string version)
    {
        var schemas = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var (definition, candidate) in group.In(version))
        {
            Add(schemas, NameOf(definition, candidate), Kind(definition, candidate));
            Add(schemas, ListNameOf(definition, candidate), ListOf(definition, candidate));
            if (candidate.Scale is not null)
            {
                var scale = BuiltInSchemas.All.Kinds[("autoscaling/v1", "Scale")];
                Add(schemas, scale, WithKind((JsonObject)BuiltInSchemas.All.Schemas[scale].DeepClone(), "autoscaling", "v1", "Scale"));
            }
        }

        foreach (var shared in (string[])["DeleteOptions", "Patch", "Status"])
        {
            Add(schemas, SchemaNames.Meta + shared, BuiltInSchemas.All.Schemas[SchemaNames.Meta + shared]);
        }

        return schemas;
    }

    /// <summary>Adds a schema and, once, those that it refers to.</summary>
    private static void Add(SortedDictionary<string, JsonObject> schemas, string name, JsonObject schema)
    {
        if (schemas.TryAdd(name, schema))
        {
            AddReferred(schemas, schema);
        }
    }

    private static void AddReferred(SortedDictionary<string, JsonObject> schemas, JsonNode? node)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (var item in list)
                {
                    AddReferred(schemas, item);
                }

                break;
            case JsonObject map:
                foreach (var (key, value) in map)
                {
                    if (key == "$ref" && value is JsonValue text && text.TryGetValue(out string? reference))
                    {
                        var name = SchemaNames.NameOf(reference);
                        if (BuiltInSchemas.All.Schemas.TryGetValue(name, out var referred))
                        {
                            Add(schemas, name, referred);
                        }
                    }
                    else
                    {
                        AddReferred(schemas, value);
                    }
                }

                break;
        }
    }

    private static JsonObject Kind(ResourceDefinition definition, ResourceVersion version)
    {
        var name = NameOf(definition, version);
        if (definition.BuiltIn && BuiltInSchemas.All.Schemas.TryGetValue(name, out var known))
        {
            return WithKind((JsonObject)known.DeepClone(), definition.Kind.Group, version.Name, definition.Kind.Kind);
        }

        var schema = version.Schema?.Value.Json.DeepClone() as JsonObject ?? new JsonObject
        {
            ["type"] = "object",
            ["x-kubernetes-preserve-unknown-fields"] = true,
        };
        if (schema["properties"] is not JsonObject properties)
        {
            schema["properties"] = properties = [];
        }

        properties["apiVersion"] ??= Text("The group and version in which the object is written.");
        properties["kind"] ??= Text("The kind of the object.");
        properties["metadata"] = Reference(SchemaNames.Meta + "ObjectMeta", MetaDescription);
        if (version.SelectableFields.Count > 0)
        {
            schema["x-kubernetes-selectable-fields"] = new JsonArray([.. version.SelectableFields.Select(f => (JsonNode)new JsonObject { ["fieldPath"] = f.TrimStart('.') })]);
        }

        return WithKind(schema, definition.Kind.Group, version.Name, definition.Kind.Kind);
    }

    private static JsonObject ListOf(ResourceDefinition definition, ResourceVersion version)
    {
        var schema = new JsonObject
        {
            ["description"] = $"A list of objects of the kind {definition.Kind.Kind}.",
            ["type"] = "object",
            ["required"] = new JsonArray("items"),
            ["properties"] = new JsonObject
            {
                ["apiVersion"] = Text("The group and version in which the list is written."),
                ["items"] = new JsonObject
                {
                    ["description"] = "The objects.",
                    ["type"] = "array",
                    ["items"] = new JsonObject { ["$ref"] = SchemaNames.ReferenceTo(NameOf(definition, version)) },
                },
                ["kind"] = Text("The kind of the list."),
                ["metadata"] = Reference(SchemaNames.Meta + "ListMeta", "What every list has."),
            },
        };
        return WithKind(schema, definition.Kind.Group, version.Name, definition.ListKind);
    }

    private static JsonObject WithKind(JsonObject schema, string group, string version, string kind)
    {
        schema["x-kubernetes-group-version-kind"] =
            new JsonArray(new JsonObject { ["group"] = group, ["kind"] = kind, ["version"] = version });
        return schema;
    }

    private static JsonObject Text(string description) => new() { ["description"] = description, ["type"] = "string" };

    private static JsonObject Reference(string name, string description) => new()
    {
        ["description"] = description,
        ["allOf"] = new JsonArray(new JsonObject { ["$ref"] = SchemaNames.ReferenceTo(name) }),
    };
}
