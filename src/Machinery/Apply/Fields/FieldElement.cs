using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Machinery.Json;

namespace Slipway.Machinery.Apply.Fields;

/// <summary>
/// One step of a path in a set of fields, in the form in which managed fields write it: <c>f:name</c> for a member,
/// <c>k:{"name":"x"}</c> for the item of a list with keys, <c>v:"x"</c> for the item of a set, <c>i:0</c> for an index.
/// The form is canonical, so that equal steps are equal strings.
/// </summary>
public static class FieldElement
{
    /// <summary>The name under which a field counts as a member besides its children.</summary>
    public const string Self = ".";

    private static readonly SearchValues<char> Plain =
        SearchValues.Create(" !#$%()*,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>The step to a member.</summary>
    /// <param name="name">The member's name.</param>
    public static string Member(string name) => "f:" + name;

    /// <summary>The step to the item of a set.</summary>
    /// <param name="item">The item.</param>
    public static string Value(JsonNode? item) => "v:" + TextOf(item);

    /// <summary>The step to the item of a list with keys.</summary>
    /// <param name="keys">The item's keys with their values, by name.</param>
    public static string Key(SortedList<string, JsonNode?> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return keys.Count == 1
            ? $"k:{{{Quote(keys.GetKeyAtIndex(0))}:{TextOf(keys.GetValueAtIndex(0))}}}"
            : $"k:{{{string.Join(',', keys.Select(k => $"{Quote(k.Key)}:{TextOf(k.Value)}"))}}}";
    }

    /// <summary>The canonical form of a step that somebody else wrote.</summary>
    /// <param name="element">The step.</param>
    /// <returns>The form, or null for a kind of step that is not known.</returns>
    /// <exception cref="FormatException">The step is of a known kind but malformed.</exception>
    public static string? Canonical(string element)
    {
        ArgumentNullException.ThrowIfNull(element);
        if (element.Length < 2 || element[1] != ':')
        {
            throw new FormatException($"\"{element}\" is no step of a path of fields: it has no kind.");
        }

        switch (element[0])
        {
            case 'f':
                return element;
            case 'v':
                return Value(Parse(element));
            case 'k':
                var keys = new SortedList<string, JsonNode?>(StringComparer.Ordinal);
                foreach (var (name, value) in Parse(element) as JsonObject ?? throw new FormatException($"\"{element}\" holds no keys."))
                {
                    keys[name] = value;
                }

                return Key(keys);
            case 'i':
                return long.TryParse(element.AsSpan(2), out var index) ? $"i:{index}" : throw new FormatException($"\"{element}\" holds no index.");
            default:
                return null;
        }
    }

    /// <summary>
    /// Compares two steps: members first, then items by key, by value, by index; numbers by their value and before texts,
    /// all else by text.
    /// </summary>
    /// <param name="left">A step.</param>
    /// <param name="right">Another.</param>
    public static int Compare(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var order = RankOf(left) - RankOf(right);
        if (order != 0)
        {
            return order;
        }

        if (left[0] == 'f')
        {
            return string.CompareOrdinal(left, right);
        }

        var common = left.AsSpan().CommonPrefixLength(right);
        if (common == left.Length || common == right.Length)
        {
            return left.Length - right.Length;
        }

        var start = common;
        while (start > 2 && IsNumeral(left[start - 1]))
        {
            start--;
        }

        if (left[start - 1] == ':')
        {
            var kinds = KindOf(left[start]) - KindOf(right[start]);
            if (kinds != 0)
            {
                return kinds;
            }

            if (Number(left.AsSpan(start)) is { } a && Number(right.AsSpan(start)) is { } b && a != b)
            {
                return a.CompareTo(b);
            }
        }

        // The quote that ends a text comes before whatever a longer text goes on with.
        return left[common] == '"' ? -1 : right[common] == '"' ? 1 : left[common].CompareTo(right[common]);
    }

    /// <summary>A step for people: <c>.name</c>, <c>[name="x"]</c>, <c>[="x"]</c>, <c>[0]</c>.</summary>
    /// <param name="element">The step.</param>
    public static string Describe(string element)
    {
        ArgumentNullException.ThrowIfNull(element);
        return element[0] switch
        {
            'f' => "." + element[2..],
            'k' => $"[{string.Join(',', ((JsonObject)Parse(element)!).Select(k => $"{k.Key}={GoText.Describe(k.Value)}"))}]",
            'v' => $"[={GoText.Describe(Parse(element))}]",
            _ => $"[{element[2..]}]",
        };
    }

    private static int RankOf(string element) => element[0] switch { 'f' => 0, 'k' => 1, 'v' => 2, _ => 3 };

    /// <summary>Numbers come before texts, these before the rest.</summary>
    private static int KindOf(char first) => first switch { '"' => 1, 't' or 'f' => 2, '[' => 3, '{' => 4, 'n' => 5, _ => 0 };

    private static bool IsNumeral(char c) => c is (>= '0' and <= '9') or '-' or '+' or '.' or 'e' or 'E';

    private static double? Number(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && IsNumeral(text[length]))
        {
            length++;
        }

        return double.TryParse(text[..length], System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    private static JsonNode? Parse(string element)
    {
        try
        {
            return JsonNode.Parse(element[2..]);
        }
        catch (JsonException e)
        {
            throw new FormatException($"\"{element}\" is no step of a path of fields: {e.Message}", e);
        }
    }

    private static string TextOf(JsonNode? node) => node switch
    {
        null => "null",
        JsonValue value when value.TryGetValue(out string? text) => Quote(text),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => JsonNumber.Of(value).ToString(),
        _ => node.ToJsonString(KubernetesJson.Default),
    };

    private static string Quote(string text) => text.AsSpan().IndexOfAnyExcept(Plain) < 0 ? $"\"{text}\"" : $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
