using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Slipway.Machinery.Json;

namespace Slipway.Machinery.Yaml;

/// <summary>
/// What plain scalars mean, as kubectl's YAML library reads them (YAML 1.1 in its Go dialect): <c>yes</c>, <c>on</c>
/// and <c>y</c> are booleans, <c>0644</c> is octal, a date is a string.
/// </summary>
internal static partial class YamlScalars
{
    /// <summary>Reads a plain scalar.</summary>
    /// <param name="text">The scalar as written.</param>
    /// <param name="value">A boolean, a number, a string, or null.</param>
    /// <returns>False for the numbers that JSON cannot say (infinities and not-a-number).</returns>
    public static bool TryResolve(string text, out JsonNode? value)
    {
        value = null;
        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return true;
            case "true" or "True" or "TRUE" or "y" or "Y" or "yes" or "Yes" or "YES" or "on" or "On" or "ON":
                value = JsonValue.Create(true);
                return true;
            case "false" or "False" or "FALSE" or "n" or "N" or "no" or "No" or "NO" or "off" or "Off" or "OFF":
                value = JsonValue.Create(false);
                return true;
            case ".nan" or ".NaN" or ".NAN" or ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF" or "-.inf" or "-.Inf" or "-.INF":
                return false;
        }

        value = char.IsAsciiDigit(text[0]) || text[0] is '+' or '-' or '.' ? Number(text) : null;
        value ??= JsonValue.Create(text);
        return true;
    }

    /// <summary>Whether a plain scalar would be read as this very string.</summary>
    public static bool IsText(string text) => TryResolve(text, out var value) && value is JsonValue scalar && scalar.TryGetValue(out string? _);

    private static JsonValue? Number(string text)
    {
        var plain = text.Replace("_", "", StringComparison.Ordinal);
        if (Integer(plain) is { } integer)
        {
            return integer >= long.MinValue && integer <= long.MaxValue
                ? JsonNumbers.Create((long)integer)
                : JsonNumbers.Parse(Encoding.ASCII.GetBytes(integer.ToString()));
        }

        return FloatShape().IsMatch(plain) && double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? JsonNumbers.Create(number)
            : null;
    }

    private static BigInteger? Integer(string text)
    {
        var negative = text[0] == '-';
        var digits = text.AsSpan(text[0] is '+' or '-' ? 1 : 0);
        var radix = 10;
        if (digits.Length > 1 && digits[0] == '0')
        {
            (radix, var prefix) = char.ToLowerInvariant(digits[1]) switch
            {
                'x' => (16, 2),
                'b' => (2, 2),
                'o' => (8, 2),
                _ => (8, 1),
            };
            digits = digits[prefix..];
        }

        if (digits.Length is 0 or > 64)
        {
            return null;
        }

        var value = BigInteger.Zero;
        foreach (var c in digits)
        {
            if (!char.IsAsciiHexDigit(c))
            {
                return null;
            }

            var digit = char.IsAsciiDigit(c) ? c - '0' : char.ToLowerInvariant(c) - 'a' + 10;
            if (digit >= radix)
            {
                return null;
            }

            value = (value * radix) + digit;
        }

        return value > ulong.MaxValue ? null : negative ? -value : value;
    }

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex FloatShape();
}
