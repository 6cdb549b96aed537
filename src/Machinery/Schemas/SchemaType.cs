namespace Slipway.Machinery.Schemas;

/// <summary>The JSON type that a schema asks for.</summary>
public enum SchemaType
{
    /// <summary>None in particular.</summary>
    Any,

    /// <summary>An object.</summary>
    Object,

    /// <summary>An array.</summary>
    Array,

    /// <summary>A string.</summary>
    String,

    /// <summary>A number without fraction.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,
}
