namespace Slipway.Machinery.Cel.Syntax;

/// <summary>What a token is.</summary>
internal enum CelTokenKind
{
    /// <summary>The end of the text.</summary>
    End,

    /// <summary>A name.</summary>
    Name,

    /// <summary>A name between backquotes.</summary>
    Quoted,

    /// <summary>A literal.</summary>
    Literal,

    /// <summary>An operator or a bracket.</summary>
    Symbol,
}
