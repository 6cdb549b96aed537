using System.Collections.Concurrent;
using Slipway.Machinery.Patches;
using Slipway.Machinery.Protobuf;
using Slipway.Server.Resources;

namespace Slipway.Server.OpenApi;

/// <summary>By which members strategic merge patches merge the lists of built-in kinds; read from their schemas once a kind.</summary>
internal static class BuiltInMergeKeys
{
    private static readonly ConcurrentDictionary<MessageType, MergeKeys> Known = [];

    /// <summary>The keys of a kind's lists; null where the kind takes no such patches.</summary>
    /// <param name="definition">The kind.</param>
    /// <param name="version">The version.</param>
    public static MergeKeys? Of(ResourceDefinition definition, ResourceVersion version)
    {
        if (!definition.BuiltIn)
        {
            return null;
        }

        var type = BuiltInSchemas.Find(definition.Type(version).ApiVersion, definition.Kind.Kind);
        return type is null ? MergeKeys.Metadata : Known.GetOrAdd(type, static t => new MergeKeys(Lists(t, "", [])));
    }

    private static IEnumerable<(string Path, string Key)> Lists(MessageType type, string path, IReadOnlyList<MessageType> above)
    {
        // A type inside itself, as schemas are, has no lists that are merged.
        return above.Contains(type) ? [] : type.JsonFields.SelectMany(f => Lists(f, path.Length == 0 ? f.Name : $"{path}.{f.Name}", [.. above, type]));
    }

    private static IEnumerable<(string Path, string Key)> Lists(MessageField field, string path, IReadOnlyList<MessageType> above)
    {
        if (field.MergeKey is { } key)
        {
            yield return (path, key);
        }

        var shape = field.Shape.Kind == ShapeKind.List ? field.Shape.Items! : field.Shape;
        if (shape.Kind == ShapeKind.Message)
        {
            foreach (var inner in Lists(shape.Message, path, above))
            {
                yield return inner;
            }
        }
    }
}
