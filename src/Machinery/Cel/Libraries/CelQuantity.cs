using System.Globalization;
using System.Numerics;
using Slipway.Machinery.Cel.Values;

namespace Slipway.Machinery.Cel.Libraries;

/// <summary>A quantity such as <c>1.5Gi</c>, kept to nano units.</summary>
/// <param name="nano">The value times a billion.</param>
internal sealed class CelQuantity(BigInteger nano) : CelOpaque
{
    private const int LargestExponent = 300;
    private static readonly BigInteger Unit = 1_000_000_000;
    private static readonly string[] BinarySuffixes = ["Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];
    private static readonly string[] DecimalSuffixes = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"];

    /// <inheritdoc/>
    public override string TypeName => "kubernetes.Quantity";

    /// <summary>The value times a billion.</summary>
    public BigInteger Nano => nano;

    /// <summary>The value as an integer; null where it is none that fits.</summary>
    public long? AsInteger => nano % Unit == 0 && nano / Unit is var whole && whole >= long.MinValue && whole <= long.MaxValue ? (long)whole : null;

    /// <summary>The value, rounded.</summary>
    public double AsDouble => (double)nano / 1e9;

    /// <summary>A whole number.</summary>
    /// <param name="value">The number.</param>
    public static CelQuantity Of(long value) => new(value * Unit);

    /// <summary>Reads a quantity; null where the text is none.</summary>
    /// <param name="text">A signed decimal number with a suffix or an exponent.</param>
    public static CelQuantity? Parse(string text)
    {
        var at = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        var start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.'))
        {
            at++;
        }

        var number = text[start..at];
        var dot = number.IndexOf('.', StringComparison.Ordinal);
        if (number.Length is 0 or > 1000 || number == "." || number.LastIndexOf('.') != dot || Suffix(text[at..]) is not { } suffix)
        {
            return null;
        }

        var digits = BigInteger.Parse($"0{number.Replace(".", "", StringComparison.Ordinal)}", CultureInfo.InvariantCulture);
        var scale = 9 + suffix.Exponent - (dot < 0 ? 0 : number.Length - dot - 1);
        var value = digits * suffix.Factor;
        if (scale >= 0)
        {
            value *= BigInteger.Pow(10, scale);
        }
        else
        {
            // What is smaller than the smallest unit is rounded up, away from zero.
            var divisor = BigInteger.Pow(10, -scale);
            value = (value + divisor - 1) / divisor;
        }

        return new CelQuantity(text[0] == '-' ? -value : value);
    }

    /// <summary>The order of two values.</summary>
    /// <param name="other">The other value.</param>
    public int Order(CelQuantity? other) => other is null ? 1 : nano.CompareTo(other.Nano);

    /// <inheritdoc/>
    public override bool EqualTo(CelOpaque other) => other is CelQuantity quantity && Order(quantity) == 0;

    private static (BigInteger Factor, int Exponent)? Suffix(string text)
    {
        var binary = Array.IndexOf(BinarySuffixes, text);
        if (binary >= 0)
        {
            return (BigInteger.Pow(1024, binary + 1), 0);
        }

        var index = Array.IndexOf(DecimalSuffixes, text);
        if (index >= 0)
        {
            return (1, 3 * (index - 3));
        }

        return text.Length > 1 && text[0] is 'e' or 'E' && int.TryParse(text.AsSpan(1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent) && Math.Abs(exponent) <= LargestExponent
            ? (1, exponent)
            : null;
    }
}
