using System.Text;

namespace Slipway.Controllers.Kubeadm;

/// <summary>Texts as YAML scalars that no YAML reader can take for anything else.</summary>
internal static class YamlText
{
    private static readonly string[] Words = ["true", "false", "null", "yes", "no", "on", "off", "y", "n", "~"];

    /// <summary>A text, plain where that is safe, else quoted.</summary>
    /// <param name="text">The text.</param>
    public static string Scalar(string text) => IsPlain(text) ? text : DoubleQuoted(text);

    /// <summary>A text between double quotes.</summary>
    /// <param name="text">The text.</param>
    public static string DoubleQuoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 8).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                < ' ' or '\u007f' or '\u0085' or '\u2028' or '\u2029' or '\ufeff' => quoted.Append($"\\u{(int)c:x4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A text of one line between single quotes.</summary>
    /// <param name="text">The text.</param>
    public static string SingleQuoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Adds a field with a text of several lines, as a block where that is exact, else quoted.</summary>
    /// <param name="target">What is added to.</param>
    /// <param name="start">The field's name with its indent and colon.</param>
    /// <param name="text">The text; it is read back exactly.</param>
    /// <param name="indent">What stands before each line of the block: two spaces more than before the field.</param>
    public static void AddBlock(StringBuilder target, string start, string text, string indent)
    {
        if (!IsBlock(text))
        {
            target.Append(start).Append(DoubleQuoted(text)).Append('\n');
            return;
        }

        var isLine = text.EndsWith('\n');
        var body = isLine ? text.AsSpan(0, text.Length - 1) : text;
        target.Append(start).Append(isLine ? "|\n" : "|-\n");
        foreach (var range in body.Split('\n'))
        {
            var line = body[range];
            if (line.Length > 0)
            {
                target.Append(indent).Append(line);
            }

            target.Append('\n');
        }
    }

    private static bool IsBlock(string text)
    {
        // Empty lines at the end would run together with those that follow the block; readers differ on what white space
        // at the begin of a block means.
        if (text.Length == 0 || text[0] is ' ' or '\t' or '\n' || text.EndsWith("\n\n", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var c in text)
        {
            if ((c < ' ' && c is not '\n' and not '\t') || c is '\u007f' or '\u0085' or '\u2028' or '\u2029' or '\ufeff' || char.IsSurrogate(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPlain(string text)
    {
        if (text.Length == 0 || Array.Exists(Words, w => w.Equals(text, StringComparison.OrdinalIgnoreCase))
            || !(char.IsAsciiLetter(text[0]) || text[0] is '/' or '_') || text.EndsWith(':'))
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('/' or '_' or '-' or '.' or ':' or '@' or '+' or '='))
            {
                return false;
            }
        }

        return true;
    }
}
