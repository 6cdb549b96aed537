namespace Slipway.Machinery.Cel.Values;

/// <summary>The kinds of value that CEL knows.</summary>
public enum CelKind
{
    /// <summary>Null.</summary>
    Null,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>A signed 64-bit integer.</summary>
    Int,

    /// <summary>An unsigned 64-bit integer.</summary>
    Uint,

    /// <summary>A double.</summary>
    Double,

    /// <summary>A text.</summary>
    String,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>A list.</summary>
    List,

    /// <summary>A map or an object.</summary>
    Map,

    /// <summary>A point in time.</summary>
    Timestamp,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>A type.</summary>
    Type,

    /// <summary>A value that may be absent.</summary>
    Optional,

    /// <summary>A value that only the functions of one library know.</summary>
    Opaque,

    /// <summary>What comes of an operation that failed.</summary>
    Error,
}
