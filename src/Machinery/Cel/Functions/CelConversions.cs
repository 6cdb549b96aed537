using System.Globalization;
using System.Text;
using Slipway.Machinery.Cel.Values;
using Slipway.Machinery.Json;
using Slipway.Machinery.Text;

namespace Slipway.Machinery.Cel.Functions;

/// <summary>Conversions between kinds of value.</summary>
internal static class CelConversions
{
    /// <summary>The functions of this room.</summary>
    public static IEnumerable<CelFunction> All =>
    [
        CelFunction.Global("int", 1, a => ToInt(a[0])),
        CelFunction.Global("uint", 1, a => ToUint(a[0])),
        CelFunction.Global("double", 1, a => ToDouble(a[0])),
        CelFunction.Global("string", 1, a => ToText(a[0])),
        CelFunction.Global("bytes", 1, a => a[0].Kind switch
        {
            CelKind.Bytes => a[0],
            CelKind.String => CelValue.Of(Encoding.UTF8.GetBytes(a[0].AsText)),
            _ => CelOperators.NoOverload("bytes", a),
        }),
        CelFunction.Global("bool", 1, a => a[0].Kind switch
        {
            CelKind.Bool => a[0],
            CelKind.String when a[0].AsText is "1" or "t" or "T" or "true" or "TRUE" or "True" => CelValue.True,
            CelKind.String when a[0].AsText is "0" or "f" or "F" or "false" or "FALSE" or "False" => CelValue.False,
            _ => CelOperators.NoOverload("bool", a),
        }),
        CelFunction.Global("timestamp", 1, a => ToTimestamp(a[0])),
        CelFunction.Global("duration", 1, a => a[0].Kind switch
        {
            CelKind.Duration => a[0],
            CelKind.Int => CelValue.Duration(a[0].AsInt),
            CelKind.String => GoDuration.TryParseNanoseconds(a[0].AsText, out var nanoseconds)
                ? CelValue.Duration(nanoseconds)
                : CelValue.Error($"time: invalid duration {GoText.Quote(a[0].AsText)}"),
            _ => CelOperators.NoOverload("duration", a),
        }),
        CelFunction.Global("type", 1, a => CelValue.Type(CelValue.NameOf(a[0]))),
        CelFunction.Global("dyn", 1, a => a[0]),
    ];

    /// <summary>A value as it stands in messages.</summary>
    public static string Show(CelValue value) => ToText(value) is { Kind: CelKind.String } text ? text.AsText : CelValue.NameOf(value.Kind);

    private static CelValue ToInt(CelValue value)
    {
        switch (value.Kind)
        {
            case CelKind.Int:
                return value;
            case CelKind.Uint:
                return value.AsUint <= long.MaxValue ? CelValue.Of((long)value.AsUint) : CelValue.Error("integer overflow");
            case CelKind.Double:
                return value.AsDouble is > -9223372036854775808.0 and < 9223372036854775808.0 ? CelValue.Of((long)value.AsDouble) : CelValue.Error("integer overflow");
            case CelKind.String:
                return long.TryParse(value.AsText, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                    ? CelValue.Of(number)
                    : CelValue.Error($"strconv.ParseInt: parsing {GoText.Quote(value.AsText)}: invalid syntax");
            case CelKind.Timestamp:
                return CelValue.Of(value.AsTimestamp.ToUnixTimeSeconds());
            case CelKind.Duration:
                return CelValue.Of(value.AsNanoseconds);
            default:
                return CelOperators.NoOverload("int", value);
        }
    }

    private static CelValue ToUint(CelValue value)
    {
        switch (value.Kind)
        {
            case CelKind.Uint:
                return value;
            case CelKind.Int:
                return value.AsInt >= 0 ? CelValue.Of((ulong)value.AsInt) : CelValue.Error("unsigned integer overflow");
            case CelKind.Double:
                return value.AsDouble is >= 0 and < 18446744073709551616.0 ? CelValue.Of((ulong)value.AsDouble) : CelValue.Error("unsigned integer overflow");
            case CelKind.String:
                return ulong.TryParse(value.AsText, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? CelValue.Of(number)
                    : CelValue.Error($"strconv.ParseUint: parsing {GoText.Quote(value.AsText)}: invalid syntax");
            default:
                return CelOperators.NoOverload("uint", value);
        }
    }

    private static CelValue ToDouble(CelValue value)
    {
        switch (value.Kind)
        {
            case CelKind.Double:
                return value;
            case CelKind.Int:
                return CelValue.Of((double)value.AsInt);
            case CelKind.Uint:
                return CelValue.Of((double)value.AsUint);
            case CelKind.String:
                return double.TryParse(value.AsText, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    ? CelValue.Of(number)
                    : CelValue.Error($"strconv.ParseFloat: parsing {GoText.Quote(value.AsText)}: invalid syntax");
            default:
                return CelOperators.NoOverload("double", value);
        }
    }

    private static CelValue ToText(CelValue value)
    {
        switch (value.Kind)
        {
            case CelKind.String:
                return value;
            case CelKind.Int:
                return CelValue.Of(value.AsInt.ToString(CultureInfo.InvariantCulture));
            case CelKind.Uint:
                return CelValue.Of(value.AsUint.ToString(CultureInfo.InvariantCulture));
            case CelKind.Double:
                return CelValue.Of(JsonNumber.Of(value.AsDouble).ToString());
            case CelKind.Bool:
                return CelValue.Of(value.IsTrue ? "true" : "false");
            case CelKind.Bytes:
                return System.Text.Unicode.Utf8.IsValid(value.AsBytes) ? CelValue.Of(Encoding.UTF8.GetString(value.AsBytes)) : CelValue.Error("invalid UTF-8 in bytes");
            case CelKind.Timestamp:
                return CelValue.Of(value.AsTimestamp.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
            case CelKind.Duration:
                return CelValue.Of((value.AsNanoseconds / 1e9m).ToString("0.#########", CultureInfo.InvariantCulture) + "s");
            case CelKind.Type:
                return CelValue.Of(value.AsText);
            case CelKind.Opaque when value.AsOpaque.AsText is { } text:
                return CelValue.Of(text);
            default:
                return CelOperators.NoOverload("string", value);
        }
    }

    private static CelValue ToTimestamp(CelValue value)
    {
        switch (value.Kind)
        {
            case CelKind.Timestamp:
                return value;
            case CelKind.Int:
                return value.AsInt is >= -62135596800 and <= 253402300799
                    ? CelValue.Of(DateTimeOffset.FromUnixTimeSeconds(value.AsInt))
                    : CelValue.Error("timestamp overflow");
            case CelKind.String:
                return DateTimeOffset.TryParse(value.AsText, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                    && value.AsText.Contains('T', StringComparison.OrdinalIgnoreCase)
                    ? CelValue.Of(time)
                    : CelValue.Error($"parsing time {GoText.Quote(value.AsText)}: not an RFC 3339 time");
            default:
                return CelOperators.NoOverload("timestamp", value);
        }
    }
}
