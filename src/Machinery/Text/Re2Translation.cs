using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Slipway.Machinery.Text;

/// <summary>Rewrites a pattern of RE2 for .NET's engine, where the two dialects differ.</summary>
/// <param name="pattern">The pattern.</param>
internal sealed class Re2Translation(string pattern)
{
    private const int LargestRepeat = 1000;
    private readonly StringBuilder _output = new(pattern.Length + 16);
    private int _at;

    /// <summary>The pattern for .NET.</summary>
    public string Run()
    {
        while (_at < pattern.Length)
        {
            switch (pattern[_at])
            {
                case '\\':
                    Escape(inClass: false);
                    break;
                case '[':
                    Class();
                    break;
                case '$':
                    // RE2's $ is the very end; .NET's also stands before a last new line.
                    _output.Append("\\z");
                    _at++;
                    break;
                case '(':
                    Group();
                    break;
                case '{':
                    Repeat();
                    break;
                default:
                    _output.Append(pattern[_at++]);
                    break;
            }
        }

        return _output.ToString();
    }

    private void Group()
    {
        if (!Next("(?"))
        {
            _output.Append('(');
            _at++;
        }
        else if (Next("(?P<") || Next("(?<"))
        {
            _output.Append("(?<");
            _at += Next("(?P<") ? 4 : 3;
            if (_at < pattern.Length && pattern[_at] is '=' or '!')
            {
                throw Fault("lookbehind is not allowed");
            }
        }
        else
        {
            var end = _at + 2;
            while (end < pattern.Length && pattern[end] is 'i' or 'm' or 's' or '-')
            {
                end++;
            }

            if (end == pattern.Length || pattern[end] is not (':' or ')'))
            {
                throw Fault("invalid or unsupported Perl syntax");
            }

            if (pattern.AsSpan(_at, end - _at).Contains('m'))
            {
                throw Fault("the flag m is not supported");
            }

            _output.Append(pattern, _at, end - _at + 1);
            _at = end + 1;
        }
    }

    private void Repeat()
    {
        var end = pattern.IndexOf('}', _at);
        foreach (var part in end < 0 ? [] : pattern[(_at + 1)..end].Split(','))
        {
            if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > LargestRepeat)
            {
                throw Fault("invalid repeat count");
            }
        }

        _output.Append('{');
        _at++;
    }

    private void Class()
    {
        _output.Append('[');
        _at++;
        if (_at < pattern.Length && pattern[_at] == '^')
        {
            _output.Append('^');
            _at++;
        }

        for (var first = true; _at < pattern.Length && (first || pattern[_at] != ']'); first = false)
        {
            if (Next("[:"))
            {
                Posix();
            }
            else if (pattern[_at] == '\\')
            {
                Escape(inClass: true);
            }
            else
            {
                // In .NET a bracket in a class may begin a subtraction.
                _output.Append(pattern[_at] is '[' or ']' ? "\\" : "").Append(pattern[_at++]);
            }
        }

        if (_at == pattern.Length)
        {
            throw Fault("missing closing ]");
        }

        _output.Append(']');
        _at++;
    }

    private void Posix()
    {
        var end = pattern.IndexOf(":]", _at, StringComparison.Ordinal);
        var name = end < 0 ? "" : pattern[(_at + 2)..end];
        _output.Append(name switch
        {
            "alnum" => "0-9A-Za-z",
            "alpha" => "A-Za-z",
            "ascii" => "\\x00-\\x7F",
            "blank" => "\\t ",
            "cntrl" => "\\x00-\\x1F\\x7F",
            "digit" => "0-9",
            "graph" => "!-~",
            "lower" => "a-z",
            "print" => " -~",
            "punct" => "!-/:-@\\[-`{-~",
            "space" => "\\t\\n\\v\\f\\r ",
            "upper" => "A-Z",
            "word" => "0-9A-Za-z_",
            "xdigit" => "0-9A-Fa-f",
            _ => throw Fault("invalid character class range"),
        });
        _at = end + 2;
    }

    private void Escape(bool inClass)
    {
        if (_at + 1 == pattern.Length)
        {
            throw Fault("trailing backslash at end of expression");
        }

        var c = pattern[_at + 1];
        switch (c)
        {
            // Unlike .NET's, RE2's classes are of ASCII alone.
            case 'd' or 'w' or 's':
                _output.Append(inClass ? "" : "[").Append(Ascii(c)).Append(inClass ? "" : "]");
                break;
            case 'D' or 'W' or 'S' when !inClass:
                _output.Append("[^").Append(Ascii(char.ToLowerInvariant(c))).Append(']');
                break;
            case 'D':
                _output.Append("\\x00-/:-\\uFFFF");
                break;
            case 'W':
                _output.Append("\\x00-/:-@\\[-^`{-\\uFFFF");
                break;
            case 'S':
                _output.Append("\\x00-\\x08\\x0B\\x0E-\\x1F!-\\uFFFF");
                break;
            case 'Q':
                var end = pattern.IndexOf("\\E", _at, StringComparison.Ordinal);
                var literal = pattern[(_at + 2)..(end < 0 ? pattern.Length : end)];
                _output.Append(Regex.Escape(literal));
                _at = end < 0 ? pattern.Length : end + 2;
                return;
            case 'p' or 'P':
                Category();
                return;
            case 'x' when _at + 2 < pattern.Length && pattern[_at + 2] == '{':
                var close = pattern.IndexOf('}', _at);
                if (close < 0 || !int.TryParse(pattern.AsSpan(_at + 3, close - _at - 3), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) || code > 0xFFFF)
                {
                    throw Fault("invalid escape sequence");
                }

                _output.Append(CultureInfo.InvariantCulture, $"\\u{code:X4}");
                _at = close + 1;
                return;
            case 'C' or 'Z' or 'G' or 'k' or (>= '1' and <= '9'):
                throw Fault("invalid escape sequence");
            default:
                _output.Append('\\').Append(c);
                break;
        }

        _at += 2;
    }

    private void Category()
    {
        var negated = pattern[_at + 1];
        var name = _at + 2 < pattern.Length ? pattern[_at + 2].ToString() : throw Fault("invalid character class range");
        _at += 3;
        if (name == "{")
        {
            var end = pattern.IndexOf('}', _at);
            name = end < 0 ? throw Fault("invalid character class range") : pattern[_at..end];
            _at = end + 1;
        }

        _output.Append('\\').Append(negated).Append('{').Append(name switch
        {
            "Greek" => "IsGreek",
            "Cyrillic" => "IsCyrillic",
            "Hebrew" => "IsHebrew",
            "Arabic" => "IsArabic",
            "Thai" => "IsThai",
            "Hiragana" => "IsHiragana",
            "Katakana" => "IsKatakana",
            "Han" => "IsCJKUnifiedIdeographs",
            { Length: <= 2 } => name,
            _ => throw Fault("the script is not supported"),
        }).Append('}');
    }

    private static string Ascii(char c) => c switch
    {
        'd' => "0-9",
        'w' => "0-9A-Za-z_",
        _ => "\\t\\n\\f\\r ",
    };

    private bool Next(string text) => string.CompareOrdinal(pattern, _at, text, 0, text.Length) == 0;

    private FormatException Fault(string reason) => new($"error parsing regexp: {reason}: `{pattern}` at {_at}");
}
