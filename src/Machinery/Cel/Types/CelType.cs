namespace Slipway.Machinery.Cel.Types;

/// <summary>The type of an expression. Immutable; equal by structure, sizes left aside.</summary>
public class CelType : IEquatable<CelType>
{
    /// <summary>Makes a type.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="name">Its name.</param>
    /// <param name="arguments">The types it is made of.</param>
    protected CelType(CelTypeKind kind, string name, params CelType[] arguments)
    {
        Kind = kind;
        Name = name;
        Arguments = arguments;
    }

    /// <summary>Anything.</summary>
    public static CelType Dyn { get; } = new(CelTypeKind.Dyn, "dyn");

    /// <summary>The type of what could not be checked.</summary>
    public static CelType Error { get; } = new(CelTypeKind.Error, "!error!");

    /// <summary>Null.</summary>
    public static CelType Null { get; } = new(CelTypeKind.Null, "null");

    /// <summary>True or false.</summary>
    public static CelType Bool { get; } = Named("bool");

    /// <summary>A signed integer.</summary>
    public static CelType Int { get; } = Named("int");

    /// <summary>An unsigned integer.</summary>
    public static CelType Uint { get; } = Named("uint");

    /// <summary>A floating-point number.</summary>
    public static CelType Double { get; } = Named("double");

    /// <summary>A text.</summary>
    public static CelType String { get; } = Named("string");

    /// <summary>Bytes.</summary>
    public static CelType Bytes { get; } = Named("bytes");

    /// <summary>A point in time.</summary>
    public static CelType Timestamp { get; } = Named("timestamp");

    /// <summary>A length of time.</summary>
    public static CelType Duration { get; } = Named("duration");

    /// <summary>What kind of type it is.</summary>
    public CelTypeKind Kind { get; }

    /// <summary>Its name without arguments.</summary>
    public string Name { get; }

    /// <summary>The types it is made of: of a list its items', of a map its keys' and values'.</summary>
    public IReadOnlyList<CelType> Arguments { get; }

    /// <summary>The most items, entries, characters or bytes a value can have; null where that is not known.</summary>
    public long? MaxElements { get; init; }

    /// <summary>The fewest bytes of JSON that a value takes.</summary>
    public long MinSerializedSize { get; init; } = 1;

    /// <summary>Whether values of the type can be anything as far as is known.</summary>
    public bool IsDyn => Kind is CelTypeKind.Dyn or CelTypeKind.Error;

    /// <summary>A type that needs no more than its name.</summary>
    /// <param name="name">The name.</param>
    public static CelType Named(string name) => new(CelTypeKind.Named, name);

    /// <summary>A named type whose values have a greatest size.</summary>
    /// <param name="type">The type.</param>
    /// <param name="maxElements">The most characters or bytes; null where there is no limit.</param>
    /// <param name="minSerializedSize">The fewest bytes of JSON.</param>
    public static CelType Sized(CelType type, long? maxElements, long minSerializedSize)
    {
        ArgumentNullException.ThrowIfNull(type);
        return new(type.Kind, type.Name, [.. type.Arguments]) { MaxElements = maxElements, MinSerializedSize = minSerializedSize };
    }

    /// <summary>A list.</summary>
    /// <param name="item">The type of its items.</param>
    /// <param name="maxItems">The most items; null where there is no limit.</param>
    public static CelType List(CelType item, long? maxItems = null) => new(CelTypeKind.List, "list", item) { MaxElements = maxItems, MinSerializedSize = 2 };

    /// <summary>A map.</summary>
    /// <param name="key">The type of its keys.</param>
    /// <param name="value">The type of its values.</param>
    /// <param name="maxEntries">The most entries; null where there is no limit.</param>
    public static CelType Map(CelType key, CelType value, long? maxEntries = null) => new(CelTypeKind.Map, "map", key, value) { MaxElements = maxEntries, MinSerializedSize = 2 };

    /// <summary>The type of a type.</summary>
    /// <param name="of">The type that is the value.</param>
    public static CelType TypeOf(CelType of) => new(CelTypeKind.Type, "type", of);

    /// <summary>A value that may be absent.</summary>
    /// <param name="of">The type of the value.</param>
    public static CelType Optional(CelType of) => new(CelTypeKind.Optional, "optional_type", of);

    /// <summary>A place for any one type.</summary>
    /// <param name="name">Its name.</param>
    public static CelType Parameter(string name) => new(CelTypeKind.Parameter, name);

    /// <inheritdoc/>
    public bool Equals(CelType? other) => other is not null && Kind == other.Kind && Name == other.Name && Arguments.SequenceEqual(other.Arguments);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CelType);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Name, Arguments.Count);

    /// <summary>The type as messages show it.</summary>
    public override string ToString() => Kind switch
    {
        CelTypeKind.List or CelTypeKind.Map or CelTypeKind.Type or CelTypeKind.Optional => $"{Name}({string.Join(", ", Arguments)})",
        _ => Name,
    };
}
