namespace Slipway.Machinery.Cel.Types;

/// <summary>The kinds of type that an expression can have before it is run.</summary>
public enum CelTypeKind
{
    /// <summary>Anything: what it is shows when the expression is run.</summary>
    Dyn,

    /// <summary>The type of what could not be checked; it fits everywhere, so that one fault is told once.</summary>
    Error,

    /// <summary>Null.</summary>
    Null,

    /// <summary>A type that needs no more than its name: <c>int</c>, <c>string</c>, <c>kubernetes.Quantity</c>.</summary>
    Named,

    /// <summary>A list of one type of items.</summary>
    List,

    /// <summary>A map from one type to another.</summary>
    Map,

    /// <summary>A type itself, as <c>type(x)</c> gives it.</summary>
    Type,

    /// <summary>A value that may be absent.</summary>
    Optional,

    /// <summary>An object of known fields.</summary>
    Object,

    /// <summary>A place for any one type, in the signature of a function.</summary>
    Parameter,
}
