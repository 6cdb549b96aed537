namespace Slipway.Machinery.Protobuf;

/// <summary>The shape of a field's value. Immutable once its table is read.</summary>
/// <param name="Kind">What the value is.</param>
/// <param name="Items">The shape of items or of map values; null for all else.</param>
/// <param name="Choices">The strings there are; empty where any string will do.</param>
public sealed record FieldShape(ShapeKind Kind, FieldShape? Items, IReadOnlyList<string> Choices)
{
    private readonly Lazy<MessageType>? _message;

    /// <summary>A shape without parts.</summary>
    /// <param name="kind">What the value is.</param>
    public FieldShape(ShapeKind kind)
        : this(kind, null, [])
    {
    }

    /// <summary>The shape of a message.</summary>
    /// <param name="message">Finds the message; types may refer to each other in rings.</param>
    public FieldShape(Lazy<MessageType> message)
        : this(ShapeKind.Message)
    {
        ArgumentNullException.ThrowIfNull(message);
        _message = message;
    }

    /// <summary>The message, for messages and for what may be a schema.</summary>
    /// <exception cref="InvalidOperationException">The shape is no message.</exception>
    public MessageType Message => _message?.Value ?? throw new InvalidOperationException($"A {Kind} has no message.");

    /// <summary>The same message in a union, such as a schema or a boolean.</summary>
    /// <param name="kind">The union.</param>
    /// <param name="message">Finds the message.</param>
    public static FieldShape Union(ShapeKind kind, Lazy<MessageType> message) => new FieldShape(message) with { Kind = kind };
}
