using System.Text.Json.Nodes;
using Slipway.Machinery.Schemas;

namespace Slipway.Machinery.Apply.Types;

/// <summary>The type of values that no schema describes: objects merge member by member, lists are one value.</summary>
public sealed class DeducedType : IMergeType
{
    private DeducedType()
    {
    }

    /// <summary>The type.</summary>
    public static DeducedType Instance { get; } = new();

    /// <inheritdoc/>
    public SchemaType Type => SchemaType.Any;

    /// <inheritdoc/>
    public bool IsAtomicMap => false;

    /// <inheritdoc/>
    public ListType ListType => ListType.Atomic;

    /// <inheritdoc/>
    public IReadOnlyList<string> ListKeys => [];

    /// <inheritdoc/>
    public IMergeType Items => this;

    /// <inheritdoc/>
    public bool IsDeduced => true;

    /// <inheritdoc/>
    public bool Names(string member) => false;

    /// <inheritdoc/>
    public IMergeType? Member(string member) => this;

    /// <inheritdoc/>
    public JsonNode? DefaultOf(string member) => null;
}
