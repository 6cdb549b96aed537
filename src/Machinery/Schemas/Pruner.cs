using System.Text.Json.Nodes;
using Slipway.Machinery.Json;

namespace Slipway.Machinery.Schemas;

/// <summary>Takes out of an object what its schema does not know.</summary>
public static class Pruner
{
    private static readonly HashSet<string> MetadataFields =
    [
        "name", "generateName", "namespace", "selfLink", "uid", "resourceVersion", "generation", "creationTimestamp", "deletionTimestamp",
        "deletionGracePeriodSeconds", "labels", "annotations", "ownerReferences", "finalizers", "managedFields", "clusterName",
    ];

    /// <summary>Removes unknown fields. <c>apiVersion</c>, <c>kind</c> and <c>metadata</c> of the root and of embedded resources stay.</summary>
    /// <param name="value">The object; it is changed in place.</param>
    /// <param name="schema">Its schema.</param>
    /// <returns>The paths removed, for example <c>spec.bogus</c> or <c>spec.list[0].x</c>.</returns>
    public static IReadOnlyList<string> Prune(JsonObject value, Schema schema)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(schema);
        var run = new FieldPath();
        Map(value, schema, run, isResource: true);
        return run.Noted;
    }

    private static void Visit(JsonNode? node, Schema schema, FieldPath run)
    {
        switch (node)
        {
            case JsonObject map:
                Map(map, schema, run, schema.Rules.EmbeddedResource);
                break;
            case JsonArray list when schema.Rules.Items is { } items:
                for (var i = 0; i < list.Count; i++)
                {
                    run.Enter(i);
                    Visit(list[i], items, run);
                    run.Leave();
                }

                break;
        }
    }

    private static void Map(JsonObject map, Schema schema, FieldPath run, bool isResource)
    {
        var rules = schema.Rules;
        for (var i = 0; i < map.Count; i++)
        {
            var (name, value) = map.GetAt(i);
            if (isResource && (name is "apiVersion" or "kind" or "metadata"))
            {
                if (name == "metadata")
                {
                    Metadata(value as JsonObject, run);
                }

                continue;
            }

            run.Enter(name);
            if (rules.Properties is { } properties && properties.TryGetValue(name, out var property))
            {
                Visit(value, property, run);
            }
            else if (rules.Additional is { } additional)
            {
                Visit(value, additional, run);
            }
            else if (!rules.AnyAdditional && !rules.PreserveUnknown)
            {
                run.Note();
                map.RemoveAt(i--);
            }

            run.Leave();
        }
    }

    private static void Metadata(JsonObject? metadata, FieldPath run)
    {
        run.Enter("metadata");
        for (var i = 0; i < (metadata?.Count ?? 0); i++)
        {
            var name = metadata!.GetAt(i).Key;
            if (!MetadataFields.Contains(name))
            {
                run.Enter(name);
                run.Note();
                run.Leave();
                metadata.RemoveAt(i--);
            }
        }

        run.Leave();
    }
}
