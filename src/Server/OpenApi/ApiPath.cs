using Slipway.Server.Resources;

namespace Slipway.Server.OpenApi;

/// <summary>A path and what can be done at it.</summary>
/// <param name="Path">The path, with <c>{namespace}</c> and <c>{name}</c>.</param>
/// <param name="Definition">The kind.</param>
/// <param name="Version">The version.</param>
/// <param name="Operations">What can be done.</param>
internal sealed record ApiPath(string Path, ResourceDefinition Definition, ResourceVersion Version, IReadOnlyList<ApiOperation> Operations)
{
    private static readonly string[] CustomPatches =
        ["application/json-patch+json", "application/merge-patch+json", "application/apply-patch+yaml"];

    private static readonly string[] BuiltInPatches =
        ["application/json-patch+json", "application/merge-patch+json", "application/strategic-merge-patch+json", "application/apply-patch+yaml"];

    /// <summary>The group, version and kind of the objects at the path: a Scale at <c>scale</c>, else the kind's own.</summary>
    public (string Group, string Version, string Kind) Kind => Path.EndsWith("/scale", StringComparison.Ordinal)
        ? ("autoscaling", "v1", "Scale")
        : (Definition.Kind.Group, Version.Name, Definition.Kind.Kind);

    /// <summary>What the path itself varies in.</summary>
    public IEnumerable<QueryParameter> Parameters
    {
        get
        {
            if (Path.Contains("{name}", StringComparison.Ordinal))
            {
                yield return QueryParameter.ObjectName;
            }

            if (Path.Contains("{namespace}", StringComparison.Ordinal))
            {
                yield return QueryParameter.Namespace;
            }
        }
    }

    /// <summary>The paths of one version of a kind.</summary>
    /// <param name="definition">The kind.</param>
    /// <param name="version">The version.</param>
    public static IEnumerable<ApiPath> Of(ResourceDefinition definition, ResourceVersion version)
    {
        var type = definition.Type(version);
        var all = type.Path("");
        var collection = definition.Namespaced ? type.Path("{namespace}") : all;
        var name = SchemaCatalog.NameOf(definition, version);
        var list = new ApiOperation("get", "list", SchemaCatalog.ListNameOf(definition, version)) { Parameters = QueryParameter.List };
        if (definition.Verbs.Contains("list") && definition.Namespaced)
        {
            yield return new(all, definition, version, [list]);
        }

        yield return new(collection, definition, version, [.. Collection(definition, name, list)]);
        var one = Object(definition, name).ToList();
        if (one.Count > 0)
        {
            yield return new(collection + "/{name}", definition, version, one);
        }

        if (version.HasStatus)
        {
            yield return new(collection + "/{name}/status", definition, version, [.. ReadAndWrite(definition, name)]);
        }

        if (version.Scale is not null)
        {
            var scale = BuiltInSchemas.All.Kinds[("autoscaling/v1", "Scale")];
            yield return new(collection + "/{name}/scale", definition, version, [.. ReadAndWrite(definition, scale)]);
        }
    }

    private static IEnumerable<ApiOperation> Collection(ResourceDefinition definition, string name, ApiOperation list)
    {
        if (definition.Verbs.Contains("list"))
        {
            yield return list;
        }

        if (definition.Verbs.Contains("create"))
        {
            yield return new("post", "post", name) { Body = name, Parameters = QueryParameter.Write };
        }

        if (definition.Verbs.Contains("deletecollection"))
        {
            yield return new("delete", "deletecollection", SchemaNames.Meta + "Status")
            {
                Body = SchemaNames.Meta + "DeleteOptions",
                Parameters = [.. QueryParameter.Delete, .. QueryParameter.List.Where(p => p.Name is not ("watch" or "allowWatchBookmarks"))],
            };
        }
    }

    private static IEnumerable<ApiOperation> Object(ResourceDefinition definition, string name)
    {
        foreach (var operation in ReadAndWrite(definition, name))
        {
            var verb = operation.Method == "put" ? "update" : operation.Method;
            if (definition.Verbs.Contains(verb))
            {
                yield return operation;
            }
        }

        if (definition.Verbs.Contains("delete"))
        {
            yield return new("delete", "delete", SchemaNames.Meta + "Status")
            {
                Body = SchemaNames.Meta + "DeleteOptions",
                Parameters = QueryParameter.Delete,
            };
        }
    }

    private static IEnumerable<ApiOperation> ReadAndWrite(ResourceDefinition definition, string name)
    {
        yield return new("get", "get", name);
        yield return new("put", "put", name) { Body = name, Parameters = QueryParameter.Write };
        yield return new("patch", "patch", name)
        {
            Body = SchemaNames.Meta + "Patch",
            Consumes = definition.BuiltIn ? BuiltInPatches : CustomPatches,
            Parameters = QueryParameter.Patch,
        };
    }
}
