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
    private static readonly JsonElement[] Small = new JsonElement[1024];

    /// <summary>A node of an integer.</summary>
    /// <param name="value">The integer.</param>
    public static JsonValue Create(long value)
    {
        if (value is >= 0 and < 1024)
        {
            lock (Small)
            {
                ref var element = ref Small[value];
                if (element.ValueKind == JsonValueKind.Undefined)
                {
                    element = ElementOf(value);
                }

                return JsonValue.Create(element)!;
            }
        }

        return JsonValue.Create(ElementOf(value))!;
    }

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
