using System.Collections.Frozen;

namespace Slipway.Machinery.Protobuf;

/// <summary>A type of object: what its fields are called in JSON and which numbers they have in protocol buffers. Immutable.</summary>
public sealed class MessageType
{
    private readonly FrozenDictionary<int, MessageField> _byNumber;
    private readonly Lazy<FrozenDictionary<string, MessageField>> _byName;

    /// <summary>Makes a type.</summary>
    /// <param name="name">Its full name, for example <c>io.k8s.api.core.v1.PodSpec</c>.</param>
    /// <param name="fields">Its fields.</param>
    public MessageType(string name, IReadOnlyList<MessageField> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
        Fields = fields;
        Descending = [.. fields.Where(f => f.Number > 0).OrderByDescending(f => f.Number)];
        _byNumber = Descending.ToFrozenDictionary(f => f.Number);
        _byName = new(() => Flat(fields).ToFrozenDictionary(f => f.Name, StringComparer.Ordinal));
    }

    /// <summary>The full name.</summary>
    public string Name { get; }

    /// <summary>The name without its package.</summary>
    public string ShortName => Name[(Name.LastIndexOf('.') + 1)..];

    /// <summary>The fields as they stand in the message.</summary>
    public IReadOnlyList<MessageField> Fields { get; }

    /// <summary>The fields that have a number, the highest first.</summary>
    internal IReadOnlyList<MessageField> Descending { get; }

    /// <summary>The field of a name in JSON, also where it stands in an inlined message; null where there is none.</summary>
    /// <param name="name">The name.</param>
    public MessageField? Find(string name) => _byName.Value.GetValueOrDefault(name);

    /// <summary>The fields as they stand in JSON.</summary>
    public IEnumerable<MessageField> JsonFields => _byName.Value.Values;

    /// <summary>The field of a number; null where there is none.</summary>
    /// <param name="number">The number.</param>
    internal MessageField? Find(int number) => _byNumber.GetValueOrDefault(number);

    private static IEnumerable<MessageField> Flat(IEnumerable<MessageField> fields) =>
        fields.SelectMany(f => f.Inline ? f.Shape.Message.JsonFields : [f]);
}
