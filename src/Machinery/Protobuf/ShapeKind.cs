namespace Slipway.Machinery.Protobuf;

/// <summary>What a value of a field is.</summary>
public enum ShapeKind
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>Bytes; base64 in JSON.</summary>
    Bytes,

    /// <summary>A moment in whole seconds; RFC 3339 in JSON, seconds and nanoseconds in protocol buffers.</summary>
    Time,

    /// <summary>A moment in microseconds.</summary>
    MicroTime,

    /// <summary>A boolean.</summary>
    Flag,

    /// <summary>A whole number of 32 bits.</summary>
    Int,

    /// <summary>A whole number of 64 bits.</summary>
    Long,

    /// <summary>A real number.</summary>
    Real,

    /// <summary>A whole number or a string.</summary>
    IntOrString,

    /// <summary>A number with a unit, as a string.</summary>
    Quantity,

    /// <summary>Any JSON, as text in protocol buffers.</summary>
    Json,

    /// <summary>A list of strings that is a message of its own.</summary>
    Strings,

    /// <summary>A schema, or a list of schemas.</summary>
    SchemaOrArray,

    /// <summary>A schema, or a boolean.</summary>
    SchemaOrBool,

    /// <summary>A schema, or a list of strings.</summary>
    SchemaOrStrings,

    /// <summary>A message: an object with fields of its own.</summary>
    Message,

    /// <summary>A list.</summary>
    List,

    /// <summary>A map from strings.</summary>
    Map,
}
