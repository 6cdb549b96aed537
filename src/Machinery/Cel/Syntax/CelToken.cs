using Slipway.Machinery.Cel.Values;

namespace Slipway.Machinery.Cel.Syntax;

/// <summary>One token of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A name or symbol.</param>
/// <param name="Value">A literal's value.</param>
/// <param name="Position">Where it begins.</param>
internal readonly record struct CelToken(CelTokenKind Kind, string Text, CelValue Value, int Position);
