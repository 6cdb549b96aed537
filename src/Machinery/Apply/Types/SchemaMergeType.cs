using System.Text.Json.Nodes;
using Slipway.Machinery.Schemas;

namespace Slipway.Machinery.Apply.Types;

/// <summary>The type that the schema of a custom resource gives to a value. Safe for concurrent use.</summary>
public sealed class SchemaMergeType : IMergeType
{
    private static readonly SchemaMergeType Word = new(Schema.Parse("""{"type":"string"}"""u8.ToArray()), preserves: false, isResource: false);

    private static readonly SchemaMergeType Metadata = new(
        Schema.Parse(
            """
            {"type":"object","properties":{
              "annotations":{"type":"object","additionalProperties":{"type":"string"}},"creationTimestamp":{"type":"string"},
              "deletionGracePeriodSeconds":{"type":"integer"},"deletionTimestamp":{"type":"string"},
              "finalizers":{"type":"array","x-kubernetes-list-type":"set","items":{"type":"string"}},"generateName":{"type":"string"},
              "generation":{"type":"integer"},"labels":{"type":"object","additionalProperties":{"type":"string"}},
              "managedFields":{"type":"array","x-kubernetes-list-type":"atomic","items":{"type":"object"}},"name":{"type":"string"},
              "namespace":{"type":"string"},"ownerReferences":{"type":"array","x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["uid"],
                "items":{"type":"object","x-kubernetes-map-type":"atomic","properties":{"apiVersion":{"type":"string"},
                  "blockOwnerDeletion":{"type":"boolean"},"controller":{"type":"boolean"},"kind":{"type":"string"},"name":{"type":"string"},
                  "uid":{"type":"string"}}}},
              "resourceVersion":{"type":"string"},"selfLink":{"type":"string"},"uid":{"type":"string"}}}
            """u8.ToArray()),
        preserves: false,
        isResource: false);

    private readonly Schema _schema;
    private readonly bool _preserves;
    private readonly bool _isResource;
    private Dictionary<string, SchemaMergeType>? _members;
    private IMergeType? _additional;
    private IMergeType? _items;

    private SchemaMergeType(Schema schema, bool preserves, bool isResource)
    {
        _schema = schema;
        _preserves = preserves || schema.Rules.PreserveUnknown;
        _isResource = isResource || schema.Rules.EmbeddedResource;
    }

    /// <inheritdoc/>
    public SchemaType Type => _schema.Type;

    /// <inheritdoc/>
    public bool IsAtomicMap => _schema.IsAtomicMap;

    /// <inheritdoc/>
    public ListType ListType => _schema.ListType;

    /// <inheritdoc/>
    public IReadOnlyList<string> ListKeys => _schema.ListMapKeys;

    /// <inheritdoc/>
    public IMergeType Items => _items ??= Below(_schema.Items);

    /// <inheritdoc/>
    public bool IsDeduced => false;

    /// <summary>The type of the objects that a schema describes.</summary>
    /// <param name="schema">The schema of a version of a custom resource.</param>
    public static SchemaMergeType Of(Schema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return new(schema, preserves: false, isResource: true);
    }

    /// <inheritdoc/>
    public bool Names(string member) =>
        _schema.Rules.Properties?.ContainsKey(member) == true || (_isResource && member is "apiVersion" or "kind" or "metadata");

    /// <inheritdoc/>
    public IMergeType? Member(string member)
    {
        if (_isResource && member is "apiVersion" or "kind" or "metadata")
        {
            return member == "metadata" ? Metadata : Word;
        }

        if (Members.TryGetValue(member, out var named))
        {
            return named;
        }

        var rules = _schema.Rules;
        return rules.Additional is not null ? _additional ??= Below(rules.Additional)
            : rules.AnyAdditional || _preserves || rules.Properties is null or { Count: 0 } ? DeducedType.Instance
            : null;
    }

    /// <inheritdoc/>
    public JsonNode? DefaultOf(string member) =>
        _schema.Rules.Properties is { } properties && properties.TryGetValue(member, out var property) ? property.Rules.Default : null;

    private Dictionary<string, SchemaMergeType> Members
    {
        get
        {
            if (_members is null)
            {
                var members = new Dictionary<string, SchemaMergeType>(StringComparer.Ordinal);
                foreach (var (name, schema) in _schema.Rules.Properties ?? [])
                {
                    members[name] = new(schema, _preserves, isResource: false);
                }

                _members = members;
            }

            return _members;
        }
    }

    private IMergeType Below(Schema? schema) => schema is null ? DeducedType.Instance : new SchemaMergeType(schema, _preserves, isResource: false);
}
