namespace Slipway.Machinery.Cel.Syntax;

/// <summary>Tells macros from calls. What has not the form of a macro is an ordinary call.</summary>
internal static class CelMacros
{
    /// <summary>The macro that a member call is; null where it is none.</summary>
    /// <param name="target">What it is called on.</param>
    /// <param name="name">Its name.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="at">Where it stands.</param>
    /// <param name="text">The expression, for refusals.</param>
    public static CelExpr? Expand(CelExpr target, string name, List<CelExpr> arguments, int at, string text)
    {
        switch (name, arguments.Count)
        {
            case ("all" or "exists" or "exists_one" or "existsOne" or "filter", 2):
                return new CelExpr.Comprehension(MacroOf(name), target, [Variable(arguments[0], name, text)], arguments[1], null, at);
            case ("map", 2):
                return new CelExpr.Comprehension(CelMacro.ToList, target, [Variable(arguments[0], name, text)], null, arguments[1], at);
            case ("map", 3):
                return new CelExpr.Comprehension(CelMacro.ToList, target, [Variable(arguments[0], name, text)], arguments[1], arguments[2], at);
            case ("all" or "exists" or "existsOne" or "exists_one", 3):
                return new CelExpr.Comprehension(MacroOf(name), target, Two(arguments, name, text), arguments[2], null, at);
            case ("transformList" or "transformMap" or "transformMapEntry", 3):
                return new CelExpr.Comprehension(MacroOf(name), target, Two(arguments, name, text), null, arguments[2], at);
            case ("transformList" or "transformMap" or "transformMapEntry", 4):
                return new CelExpr.Comprehension(MacroOf(name), target, Two(arguments, name, text), arguments[2], arguments[3], at);
            case ("optMap" or "optFlatMap", 2):
                return new CelExpr.OptionalMap(target, Variable(arguments[0], name, text), arguments[1], name == "optFlatMap", at);
            default:
                return null;
        }
    }

    private static CelMacro MacroOf(string name) => name switch
    {
        "all" => CelMacro.All,
        "exists" => CelMacro.Exists,
        "exists_one" or "existsOne" => CelMacro.ExistsOne,
        "filter" => CelMacro.Filter,
        "transformMap" => CelMacro.ToMap,
        "transformMapEntry" => CelMacro.ToMapEntries,
        _ => CelMacro.ToList,
    };

    private static string[] Two(List<CelExpr> arguments, string macro, string text)
    {
        var (first, second) = (Variable(arguments[0], macro, text), Variable(arguments[1], macro, text));
        return first != second ? [first, second] : throw CelException.At(text, arguments[1].Position, $"duplicate variable name: {second}");
    }

    private static string Variable(CelExpr argument, string macro, string text) => argument is CelExpr.Name name
        ? name.Text
        : throw CelException.At(text, argument.Position, macro is "optMap" or "optFlatMap" ? $"{macro}() variable name must be a simple identifier" : "argument must be a simple name");
}
