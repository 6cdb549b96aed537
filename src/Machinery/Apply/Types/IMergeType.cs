using System.Text.Json.Nodes;
using Slipway.Machinery.Schemas;

namespace Slipway.Machinery.Apply.Types;

/// <summary>What merging and ownership must know of the type of a value. Immutable.</summary>
public interface IMergeType
{
    /// <summary>The JSON type asked for.</summary>
    SchemaType Type { get; }

    /// <summary>Whether an object is one value, owned as a whole.</summary>
    bool IsAtomicMap { get; }

    /// <summary>How a list's items are told apart.</summary>
    ListType ListType { get; }

    /// <summary>The members that tell a list's items apart, for <see cref="ListType.Map"/>.</summary>
    IReadOnlyList<string> ListKeys { get; }

    /// <summary>The type of a list's items.</summary>
    IMergeType Items { get; }

    /// <summary>Whether no schema speaks of the value: its type is what it looks like.</summary>
    bool IsDeduced { get; }

    /// <summary>Whether the type itself names a member, as against the keys of a map, which belong to who adds them.</summary>
    /// <param name="member">The member.</param>
    bool Names(string member);

    /// <summary>The type of a member; null where the type has no such member.</summary>
    /// <param name="member">The member.</param>
    IMergeType? Member(string member);

    /// <summary>What an absent member stands for; null for nothing.</summary>
    /// <param name="member">The member.</param>
    JsonNode? DefaultOf(string member);
}
