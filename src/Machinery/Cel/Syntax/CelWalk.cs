namespace Slipway.Machinery.Cel.Syntax;

/// <summary>Goes through an expression without recursion.</summary>
internal static class CelWalk
{
    private const int DeepestTree = 1500;

    /// <summary>The parts that an expression is made of directly.</summary>
    public static IEnumerable<CelExpr> Parts(CelExpr expr) => expr switch
    {
        CelExpr.Select select => [select.Operand],
        CelExpr.Call call => call.Arguments,
        CelExpr.ListOf list => list.Items,
        CelExpr.MapOf map => map.Entries.SelectMany(e => new[] { e.Key, e.Value }),
        CelExpr.Comprehension c => new[] { c.Range, c.Filter, c.Transform }.OfType<CelExpr>(),
        CelExpr.OptionalMap map => [map.Target, map.Body],
        _ => [],
    };

    /// <summary>All parts of an expression.</summary>
    /// <param name="root">The expression.</param>
    /// <param name="text">The expression as it is written, for faults.</param>
    /// <exception cref="CelException">It is nested too deeply to be worked on.</exception>
    public static List<CelExpr> All(CelExpr root, string text)
    {
        var found = new List<CelExpr>();
        var rest = new Stack<(CelExpr Expr, int Depth)>([(root, 0)]);
        while (rest.TryPop(out var next))
        {
            if (next.Depth > DeepestTree)
            {
                throw CelException.At(text, next.Expr.Position, $"expression recursion limit exceeded: {DeepestTree}");
            }

            found.Add(next.Expr);
            foreach (var part in Parts(next.Expr))
            {
                rest.Push((part, next.Depth + 1));
            }
        }

        return found;
    }
}
