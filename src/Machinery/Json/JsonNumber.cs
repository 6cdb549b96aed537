using System.Globalization;
using System.Text.Json.Nodes;

namespace Slipway.Machinery.Json;

/// <summary>
/// A JSON number as Kubernetes reads it: a 64-bit integer where it is written as one and fits, else a double.
/// Equal when the values are equal.
/// </summary>
public readonly struct JsonNumber : IEquatable<JsonNumber>, IComparable<JsonNumber>
{
    private readonly long _integer;
    private readonly double _fraction;

    private JsonNumber(long integer)
    {
        IsInteger = true;
        _integer = integer;
        _fraction = integer;
    }

    private JsonNumber(double fraction) => _fraction = fraction;

    /// <summary>Whether the number is held as a 64-bit integer.</summary>
    public bool IsInteger { get; }

    /// <summary>The integer; 0 where the number is not held as one.</summary>
    public long AsInteger => _integer;

    /// <summary>The number, rounded to the nearest double.</summary>
    public double AsDouble => _fraction;

    /// <summary>Whether the number has no fraction, however it is written.</summary>
    public bool IsWhole => IsInteger || double.IsInteger(_fraction);

    /// <summary>An integer.</summary>
    /// <param name="value">The number.</param>
    public static JsonNumber Of(long value) => new(value);

    /// <summary>A floating-point number.</summary>
    /// <param name="value">The number.</param>
    public static JsonNumber Of(double value) => new(value);

    /// <summary>Reads the number that a JSON value holds.</summary>
    /// <param name="value">A JSON number.</param>
    /// <exception cref="FormatException">The value is not a number.</exception>
    public static JsonNumber Of(JsonValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.TryGetValue(out long integer))
        {
            return new(integer);
        }

        if (value.TryGetValue(out int small))
        {
            return new(small);
        }

        if (value.TryGetValue(out double fraction))
        {
            return new(fraction);
        }

        var text = value.ToJsonString();
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out integer)
            ? new(integer)
            : new(double.Parse(text, CultureInfo.InvariantCulture));
    }

    /// <summary>Whether two numbers are equal.</summary>
    public static bool operator ==(JsonNumber left, JsonNumber right) => left.Equals(right);

    /// <summary>Whether two numbers differ.</summary>
    public static bool operator !=(JsonNumber left, JsonNumber right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(JsonNumber other) => CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JsonNumber other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _fraction.GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(JsonNumber other)
    {
        if (IsInteger && other.IsInteger)
        {
            return _integer.CompareTo(other._integer);
        }

        var order = _fraction.CompareTo(other._fraction);
        if (order != 0 || IsInteger == other.IsInteger)
        {
            return order;
        }

        // Equal as doubles, one of them an integer that the double may have rounded.
        var fraction = IsInteger ? other._fraction : _fraction;
        var sign = IsInteger ? 1 : -1;
        return fraction >= 9223372036854775808.0 ? -sign : sign * (IsInteger ? _integer : other._integer).CompareTo((long)fraction);
    }

    /// <summary>Prints the number as Go's encoder would: integers plainly, others in the shortest form.</summary>
    public override string ToString()
    {
        if (IsInteger)
        {
            return _integer.ToString(CultureInfo.InvariantCulture);
        }

        return double.IsInteger(_fraction) && Math.Abs(_fraction) < 1e21
            ? _fraction.ToString("F0", CultureInfo.InvariantCulture)
            : _fraction.ToString("R", CultureInfo.InvariantCulture).Replace("E", "e", StringComparison.Ordinal);
    }
}
