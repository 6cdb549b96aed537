using Slipway.Machinery.Cel.Syntax;
using Slipway.Machinery.Cel.Values;
using Slipway.Machinery.Text;

namespace Slipway.Machinery.Cel.Checking;

/// <summary>Looks at the literals that are given to functions which would refuse them whenever they are run.</summary>
internal static class CelLiterals
{
    /// <summary>Checks regular expressions, durations and times that are written out.</summary>
    /// <exception cref="CelException">One is none.</exception>
    public static void Check(string text, CelExpr root)
    {
        foreach (var call in CelWalk.All(root, text).OfType<CelExpr.Call>())
        {
            if (call.Arguments.Length > 0 && call.Arguments[^1] is CelExpr.Literal { Value: { Kind: CelKind.String } literal } && Fault(call, literal.AsText) is { } fault)
            {
                throw CelException.At(text, call.Arguments[^1].Position, fault);
            }
        }
    }

    private static string? Fault(CelExpr.Call call, string literal)
    {
        switch (call.Function)
        {
            case "matches" or "find" or "findAll" when call.Arguments.Length == 2:
                try
                {
                    Re2.Compile(literal);
                    return null;
                }
                catch (FormatException e)
                {
                    return $"invalid {call.Function} argument: {e.Message}";
                }

            case "duration" when !GoDuration.TryParseNanoseconds(literal, out _):
                return "invalid duration argument";
            case "timestamp" when !StringFormats.Fits("date-time", literal):
                return "invalid timestamp argument";
            default:
                return null;
        }
    }
}
