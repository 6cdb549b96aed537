using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Slipway.Machinery.Json;

/// <summary>
/// Makes number nodes that can be read as any numeric type that fits (a node made from a <see cref="long"/> can only
/// be read as a <see cref="long"/>).
/// </summary>
public static class JsonNumbers
{
    private const int SmallNumbers = 1024;

    // One document holds all small numbers, so that each node of one is a reference into it.
    private static readonly JsonElement[] Small = [.. JsonElement.Parse($"[{string.Join(',', Enumerable.Range(0, SmallNumbers))}]").EnumerateArray()];

    /// <summary>A node of an integer.</summary>
    /// <param name="value">The integer.</param>
    public static JsonValue Create(long value) => JsonValue.Create(value is >= 0 and < SmallNumbers ? Small[value] : ElementOf(value))!;

    /// <summary>A node of a number; a whole one becomes an integer.</summary>
    /// <param name="value">A finite number.</param>
    public static JsonValue Create(double value) =>
        double.IsInteger(value) && Math.Abs(value) < 1e15
            ? Create((long)value)
            : Parse(Encoding.ASCII.GetBytes(JsonNumber.Of(value).ToString()));

    /// <summary>A node of a number as it is written.</summary>
    /// <param name="utf8">A JSON number.</param>
    internal static JsonValue Parse(ReadOnlySpan<byte> utf8) => JsonValue.Create(JsonElement.Parse(utf8))!;

    private static JsonElement ElementOf(long value)
    {
        Span<byte> text = stackalloc byte[20];
        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        return JsonElement.Parse(text[..length]);
    }
}
