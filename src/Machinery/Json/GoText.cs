using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Slipway.Machinery.Json;

/// <summary>Writes values the way Kubernetes' messages do.</summary>
public static class GoText
{
    /// <summary>A text between double quotes, escaped as Go's <c>%q</c> does.</summary>
    /// <param name="text">Any text.</param>
    public static string Quote(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '"' or '\\':
                    quoted.Append('\\').Append((char)rune.Value);
                    break;
                case >= 7 and <= 13:
                    quoted.Append('\\').Append("abtnvfr"[rune.Value - 7]);
                    break;
                case < 0x20 or 0x7F:
                    quoted.Append(CultureInfo.InvariantCulture, $"\\x{rune.Value:x2}");
                    break;
                default:
                    Append(quoted, rune);
                    break;
            }
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A value as it stands in <c>Invalid value: ...</c>: strings quoted, the rest as compact JSON.</summary>
    /// <param name="node">Any value; null for JSON's null.</param>
    public static string Describe(JsonNode? node) => node switch
    {
        null => "null",
        JsonValue value when value.TryGetValue(out string? text) => Quote(text),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => JsonNumber.Of(value).ToString(),
        _ => node.ToJsonString(Relaxed),
    };

    private static JsonSerializerOptions Relaxed => KubernetesJson.Default;

    private static void Append(StringBuilder quoted, Rune rune)
    {
        var printable = rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator);
        if (printable)
        {
            quoted.Append(rune.ToString());
        }
        else if (rune.Value <= 0xFFFF)
        {
            quoted.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
        }
        else
        {
            quoted.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}");
        }
    }
}
