namespace Slipway.Machinery.Cel;

/// <summary>What a token is.</summary>
internal enum CelTokenKind
{
    /// <summary>The end of the text.</summary>
    End,

    /// <summary>A name.</summary>
    Name,

    /// <summary>A literal.</summary>
    Literal,

    /// <summary>An operator or a bracket.</summary>
    Symbol,
}
