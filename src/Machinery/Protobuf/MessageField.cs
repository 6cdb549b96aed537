namespace Slipway.Machinery.Protobuf;

/// <summary>One field of a message.</summary>
/// <param name="Name">Its name in JSON; empty for a message whose fields stand among those of its holder.</param>
/// <param name="Number">Its number in protocol buffers; 0 for what stands in JSON only.</param>
/// <param name="Shape">Its value.</param>
public sealed record MessageField(string Name, int Number, FieldShape Shape)
{
    /// <summary>Whether the field must be there.</summary>
    public bool Required { get; init; }

    /// <summary>Whether zero, false and the empty string are told from an absent field.</summary>
    public bool KeepsZero { get; init; }

    /// <summary>The member by which strategic merge patches merge the list; empty for a set of scalars, null for a list replaced whole.</summary>
    public string? MergeKey { get; init; }

    /// <summary>The value where there is none, as text; null where none is filled in.</summary>
    public string? Default { get; init; }

    /// <summary>Whether the fields of the message stand among those of its holder in JSON.</summary>
    public bool Inline => Name.Length == 0;
}
