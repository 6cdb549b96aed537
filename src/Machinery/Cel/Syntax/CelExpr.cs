using Slipway.Machinery.Cel.Values;

namespace Slipway.Machinery.Cel.Syntax;

/// <summary>A part of an expression as it is written, macros told apart.</summary>
/// <param name="Position">Where it stands in the text: of an operator or a call the sign itself.</param>
internal abstract record CelExpr(int Position)
{
    /// <summary>A literal.</summary>
    public sealed record Literal(CelValue Value, int Position) : CelExpr(Position);

    /// <summary>A name.</summary>
    public sealed record Name(string Text, int Position) : CelExpr(Position);

    /// <summary>A member, a test of whether it is there (<c>has</c>), or a member that may be absent (<c>.?</c>).</summary>
    public sealed record Select(CelExpr Operand, string Field, SelectForm Form, int Position) : CelExpr(Position);

    /// <summary>A call of a function or an operator. A member's target is the first argument.</summary>
    public sealed record Call(string Function, bool IsMember, CelExpr[] Arguments, int Position) : CelExpr(Position);

    /// <summary>A list; the items in <paramref name="Optional"/> stand there only where they have a value.</summary>
    public sealed record ListOf(CelExpr[] Items, HashSet<int> Optional, int Position) : CelExpr(Position);

    /// <summary>A map; the entries in <paramref name="Optional"/> stand there only where they have a value.</summary>
    public sealed record MapOf((CelExpr Key, CelExpr Value)[] Entries, HashSet<int> Optional, int Position) : CelExpr(Position);

    /// <summary>A macro over the items of a list or the entries of a map.</summary>
    /// <param name="Macro">Its name; <c>map</c> with a filter is one of its own.</param>
    /// <param name="Range">What is gone through.</param>
    /// <param name="Variables">One variable, or two: index and item, or key and value.</param>
    /// <param name="Filter">What an item must meet; null where every one counts.</param>
    /// <param name="Transform">What is made of an item; null where the item is kept.</param>
    /// <param name="Position">Where it stands.</param>
    public sealed record Comprehension(CelMacro Macro, CelExpr Range, string[] Variables, CelExpr? Filter, CelExpr? Transform, int Position) : CelExpr(Position);

    /// <summary>What an optional holds, put under a name (<c>optMap</c>, <c>optFlatMap</c>).</summary>
    public sealed record OptionalMap(CelExpr Target, string Variable, CelExpr Body, bool IsFlat, int Position) : CelExpr(Position);
}
