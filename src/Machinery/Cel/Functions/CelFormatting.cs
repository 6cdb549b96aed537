using System.Globalization;
using System.Numerics;
using System.Text;
using Slipway.Machinery.Cel.Values;
using Slipway.Machinery.Json;

namespace Slipway.Machinery.Cel.Functions;

/// <summary><c>format</c> and <c>strings.quote</c>.</summary>
internal static class CelFormatting
{
    private const int LongestPrecision = 1000;

    /// <summary>The functions of this room.</summary>
    public static IEnumerable<CelFunction> All =>
    [
        CelFunction.Member("format", 2, a => a[0].Kind == CelKind.String && a[1].Kind == CelKind.List ? Format(a[0].AsText, a[1].AsList) : CelOperators.NoOverload("format", a)),
        CelFunction.Global("strings.quote", 1, a => a[0].Kind == CelKind.String ? CelValue.Of(GoText.Quote(a[0].AsText)) : CelOperators.NoOverload("strings.quote", a)),
    ];

    private static CelValue Format(string pattern, CelList arguments)
    {
        var output = new StringBuilder();
        var next = 0;
        for (var at = 0; at < pattern.Length; at++)
        {
            if (pattern[at] != '%')
            {
                output.Append(pattern[at]);
                continue;
            }

            if (++at < pattern.Length && pattern[at] == '%')
            {
                output.Append('%');
                continue;
            }

            var precision = Precision(pattern, ref at);
            if (at >= pattern.Length || precision > LongestPrecision)
            {
                return CelValue.Error(at >= pattern.Length ? "could not parse formatting clause: unexpected end of string" : $"precision of {precision} is more than {LongestPrecision}");
            }

            if (next >= arguments.Count)
            {
                return CelValue.Error($"index {next} out of range");
            }

            var piece = Clause(pattern[at], precision, arguments[next++]);
            if (piece.IsError)
            {
                return piece;
            }

            output.Append(piece.AsText);
        }

        return CelValue.Of(output.ToString());
    }

    private static int Precision(string pattern, ref int at)
    {
        if (at >= pattern.Length || pattern[at] != '.')
        {
            return 6;
        }

        var digits = 0;
        for (at++; at < pattern.Length && char.IsAsciiDigit(pattern[at]); at++)
        {
            digits = Math.Min((digits * 10) + (pattern[at] - '0'), LongestPrecision + 1);
        }

        return digits;
    }

    private static CelValue Clause(char verb, int precision, CelValue value)
    {
        switch (verb)
        {
            case 's':
                return CelValue.Of(Text(value));
            case 'd' when value.Kind is CelKind.Int or CelKind.Uint:
                return CelValue.Of(Whole(value).ToString(CultureInfo.InvariantCulture));
            case 'f' when CelEquality.IsNumber(value):
                return CelValue.Of(Special(Number(value)) ?? Number(value).ToString($"F{precision}", CultureInfo.InvariantCulture));
            case 'e' when CelEquality.IsNumber(value):
                return CelValue.Of(Special(Number(value)) ?? Number(value).ToString($"0.{new string('0', precision)}e+00", CultureInfo.InvariantCulture));
            case 'b' when value.Kind == CelKind.Bool:
                return CelValue.Of(value.IsTrue ? "1" : "0");
            case 'b' when value.Kind is CelKind.Int or CelKind.Uint:
                return CelValue.Of(Radix(Whole(value), 2));
            case 'o' when value.Kind is CelKind.Int or CelKind.Uint:
                return CelValue.Of(Radix(Whole(value), 8));
            case 'x' or 'X' when value.Kind is CelKind.Int or CelKind.Uint or CelKind.String or CelKind.Bytes:
                var hex = value.Kind switch
                {
                    CelKind.String => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(value.AsText)),
                    CelKind.Bytes => Convert.ToHexStringLower(value.AsBytes),
                    _ => Radix(Whole(value), 16),
                };
                return CelValue.Of(verb == 'X' ? hex.ToUpperInvariant() : hex);
            case 'd' or 'f' or 'e' or 'b' or 'o' or 'x' or 'X':
                return CelValue.Error($"error during formatting: %{verb} cannot be used with a value of type {CelValue.NameOf(value)}");
            default:
                return CelValue.Error($"could not parse formatting clause: unrecognized formatting clause \"{verb}\"");
        }
    }

    private static Int128 Whole(CelValue value) => value.Kind == CelKind.Uint ? value.AsUint : value.AsInt;

    private static double Number(CelValue value) => value.Kind switch
    {
        CelKind.Int => value.AsInt,
        CelKind.Uint => value.AsUint,
        _ => value.AsDouble,
    };

    private static string? Special(double number) => double.IsNaN(number) ? "NaN" : double.IsPositiveInfinity(number) ? "Infinity" : double.IsNegativeInfinity(number) ? "-Infinity" : null;

    private static string Radix(Int128 value, int radix)
    {
        var rest = BigInteger.Abs(value);
        var digits = new StringBuilder();
        do
        {
            digits.Insert(0, "0123456789abcdef"[(int)(rest % radix)]);
            rest /= radix;
        }
        while (rest > 0);
        return value < 0 ? $"-{digits}" : digits.ToString();
    }

    private static string Text(CelValue value) => value.Kind switch
    {
        CelKind.Null => "null",
        CelKind.List => $"[{string.Join(", ", CelListFunctions.Items(value.AsList).Select(Text))}]",
        CelKind.Map => $"{{{string.Join(", ", value.AsMap.Keys.Select(k => (Key: Text(k), Value: value.AsMap.TryGet(k, out var v) ? Text(v) : "")).OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{e.Key}: {e.Value}"))}}}",
        CelKind.Double => Special(value.AsDouble) ?? CelConversions.Show(value),
        _ => CelConversions.Show(value),
    };
}
