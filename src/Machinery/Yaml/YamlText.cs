using System.Globalization;
using System.Text;

namespace Slipway.Machinery.Yaml;

/// <summary>How a string may be written in YAML.</summary>
internal static class YamlText
{
    private const int LongestKey = 120;

    /// <summary>Whether a string may stand without quotes and is read back as the same string.</summary>
    public static bool IsPlain(string text)
    {
        if (text.Length == 0 || text[0] is ' ' or '-' or '?' or ':' or ',' or '[' or ']' or '{' or '}' or '#' or '&' or '*' or '!' or '|' or '>' or '\'' or '"' or '%' or '@' or '`' or '=' or '<')
        {
            return false;
        }

        if (text[^1] is ' ' or ':' || text.Length > LongestKey * 8 || text.StartsWith("...", StringComparison.Ordinal))
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (!IsPrintable(c) || (c == ':' && text[i + 1] == ' ') || (c == '#' && text[i - 1] == ' '))
            {
                return false;
            }
        }

        return YamlScalars.IsText(text);
    }

    /// <summary>Whether a string is best written as a literal block.</summary>
    public static bool IsBlock(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal) || text[0] is '\n' or ' ' or '\t')
        {
            return false;
        }

        foreach (var line in text.AsSpan().Split('\n'))
        {
            var content = text.AsSpan()[line];
            if (content.Length > 0 && content.IndexOfAnyExcept(' ', '\t') < 0)
            {
                return false;
            }

            foreach (var c in content)
            {
                if (c != '\t' && !IsPrintable(c))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>The string between double quotes.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            switch (c)
            {
                case '"' or '\\':
                    quoted.Append('\\').Append(c);
                    break;
                case '\n':
                    quoted.Append("\\n");
                    break;
                case '\t':
                    quoted.Append("\\t");
                    break;
                case '\r':
                    quoted.Append("\\r");
                    break;
                default:
                    if (IsPrintable(c) || char.IsSurrogate(c))
                    {
                        quoted.Append(c);
                    }
                    else
                    {
                        quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
                    }

                    break;
            }
        }

        return quoted.Append('"').ToString();
    }

    // Letters of any script stay as they are; control characters, YAML's further line breaks and marks are escaped.
    private static bool IsPrintable(char c) => c is >= ' ' and < '\u007F' or > '\u00A0' and < '\u2028' or > '\u2029' and < '\uD800' or >= '\uE000' and < '\uFEFF' or > '\uFEFF' and < '\uFFFE';
}
