namespace Slipway.Machinery.Cel.Values;

/// <summary>A value in a CEL expression. Equal by CEL's equality (numbers of different kinds by value).</summary>
public readonly struct CelValue : IEquatable<CelValue>
{
    private readonly long _bits;
    private readonly object? _reference;

    private CelValue(CelKind kind, long bits, object? reference)
    {
        Kind = kind;
        _bits = bits;
        _reference = reference;
    }

    /// <summary>Null.</summary>
    public static CelValue Null => default;

    /// <summary>True.</summary>
    public static CelValue True { get; } = new(CelKind.Bool, 1, null);

    /// <summary>False.</summary>
    public static CelValue False { get; } = new(CelKind.Bool, 0, null);

    /// <summary>What kind of value it is.</summary>
    public CelKind Kind { get; }

    /// <summary>Whether an operation failed.</summary>
    public bool IsError => Kind == CelKind.Error;

    /// <summary>Whether it is true.</summary>
    public bool IsTrue => Kind == CelKind.Bool && _bits == 1;

    /// <summary>The integer.</summary>
    public long AsInt => _bits;

    /// <summary>The unsigned integer.</summary>
    public ulong AsUint => (ulong)_bits;

    /// <summary>The double.</summary>
    public double AsDouble => BitConverter.Int64BitsToDouble(_bits);

    /// <summary>The text; of an error what failed; of a type its name.</summary>
    public string AsText => _reference as string ?? "";

    /// <summary>The bytes.</summary>
    public byte[] AsBytes => _reference as byte[] ?? [];

    /// <summary>The list.</summary>
    public CelList AsList => (CelList)_reference!;

    /// <summary>The map.</summary>
    public CelMap AsMap => (CelMap)_reference!;

    /// <summary>The point in time, in UTC.</summary>
    public DateTimeOffset AsTimestamp => new(_bits, TimeSpan.Zero);

    /// <summary>The nanoseconds of a duration.</summary>
    public long AsNanoseconds => _bits;

    /// <summary>What an optional holds; null where it is absent.</summary>
    public CelValue? AsOptional => _reference is CelValue held ? held : null;

    /// <summary>The value that only one library knows.</summary>
    public CelOpaque AsOpaque => (CelOpaque)_reference!;

    /// <summary>A boolean.</summary>
    /// <param name="value">The value.</param>
    public static CelValue Of(bool value) => value ? True : False;

    /// <summary>An integer.</summary>
    /// <param name="value">The value.</param>
    public static CelValue Of(long value) => new(CelKind.Int, value, null);

    /// <summary>An unsigned integer.</summary>
    /// <param name="value">The value.</param>
    public static CelValue Of(ulong value) => new(CelKind.Uint, (long)value, null);

    /// <summary>A double.</summary>
    /// <param name="value">The value.</param>
    public static CelValue Of(double value) => new(CelKind.Double, BitConverter.DoubleToInt64Bits(value), null);

    /// <summary>A text.</summary>
    /// <param name="value">The value.</param>
    public static CelValue Of(string value) => new(CelKind.String, 0, value);

    /// <summary>Bytes.</summary>
    /// <param name="value">The value; not to be changed afterwards.</param>
    public static CelValue Of(byte[] value) => new(CelKind.Bytes, 0, value);

    /// <summary>A list.</summary>
    /// <param name="value">The value.</param>
    public static CelValue Of(CelList value) => new(CelKind.List, 0, value);

    /// <summary>A map.</summary>
    /// <param name="value">The value.</param>
    public static CelValue Of(CelMap value) => new(CelKind.Map, 0, value);

    /// <summary>A point in time.</summary>
    /// <param name="value">The value.</param>
    public static CelValue Of(DateTimeOffset value) => new(CelKind.Timestamp, value.UtcTicks, null);

    /// <summary>A length of time.</summary>
    /// <param name="nanoseconds">Its nanoseconds.</param>
    public static CelValue Duration(long nanoseconds) => new(CelKind.Duration, nanoseconds, null);

    /// <summary>A type.</summary>
    /// <param name="name">Its name in CEL.</param>
    public static CelValue Type(string name) => new(CelKind.Type, 0, name);

    /// <summary>A value that may be absent.</summary>
    /// <param name="value">The value; null where it is absent.</param>
    public static CelValue Optional(CelValue? value) => new(CelKind.Optional, 0, value is { } held ? (object)held : null);

    /// <summary>A value that only one library knows.</summary>
    /// <param name="value">The value.</param>
    public static CelValue Of(CelOpaque value) => new(CelKind.Opaque, 0, value);

    /// <summary>A failure.</summary>
    /// <param name="message">What failed.</param>
    public static CelValue Error(string message) => new(CelKind.Error, 0, message);

    /// <summary>Whether two values are equal.</summary>
    public static bool operator ==(CelValue left, CelValue right) => left.Equals(right);

    /// <summary>Whether two values differ.</summary>
    public static bool operator !=(CelValue left, CelValue right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(CelValue other) => CelEquality.AreEqual(this, other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CelValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => CelEquality.HashOf(this);

    /// <summary>The name of a value's type in CEL, for messages and <c>type()</c>.</summary>
    /// <param name="value">The value.</param>
    internal static string NameOf(CelValue value) => value.Kind switch
    {
        CelKind.Opaque => value.AsOpaque.TypeName,
        _ => NameOf(value.Kind),
    };

    /// <summary>The name of a kind in CEL, for messages and <c>type()</c>.</summary>
    /// <param name="kind">The kind.</param>
    internal static string NameOf(CelKind kind) => kind switch
    {
        CelKind.Null => "null_type",
        CelKind.Timestamp => "google.protobuf.Timestamp",
        CelKind.Duration => "google.protobuf.Duration",
        CelKind.Optional => "optional_type",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
