using System.Globalization;
using System.Text;
using Slipway.Machinery.Cel.Values;

namespace Slipway.Machinery.Cel.Syntax;

/// <summary>Reads one string or bytes literal.</summary>
/// <param name="text">The expression.</param>
/// <param name="start">Where the literal begins.</param>
/// <param name="prefix">How many prefix letters it has.</param>
internal sealed class CelStringLiteral(string text, int start, int prefix)
{
    private readonly List<byte> _bytes = [];
    private readonly StringBuilder _output = new();
    private readonly bool _isRaw = text.AsSpan(start, prefix).IndexOfAny('r', 'R') >= 0;
    private readonly bool _isBytes = text.AsSpan(start, prefix).IndexOfAny('b', 'B') >= 0;
    private int _at = start + prefix;

    /// <summary>The literal's value.</summary>
    /// <param name="end">Where the text goes on.</param>
    public CelValue Read(out int end)
    {
        var quote = text.Substring(_at, 1);
        var triple = quote + quote + quote;
        if (string.CompareOrdinal(text, _at, triple, 0, 3) == 0)
        {
            quote = triple;
        }

        _at += quote.Length;
        while (string.CompareOrdinal(text, _at, quote, 0, quote.Length) != 0)
        {
            if (_at >= text.Length || (quote.Length == 1 && text[_at] is '\n' or '\r'))
            {
                throw CelException.At(text, start, "Syntax error: a string is not closed");
            }

            if (text[_at] == '\\' && !_isRaw)
            {
                Escape();
            }
            else
            {
                var rune = Rune.TryGetRuneAt(text, _at, out var found) ? found : Rune.ReplacementChar;
                Append(rune);
                _at += rune.Utf16SequenceLength;
            }
        }

        end = _at + quote.Length;
        return _isBytes ? CelValue.Of([.. _bytes]) : CelValue.Of(_output.ToString());
    }

    private void Escape()
    {
        var c = _at + 1 < text.Length ? text[_at + 1] : throw CelException.At(text, _at, "Syntax error: a string is not closed");
        switch (c)
        {
            case 'a' or 'b' or 'f' or 'n' or 'r' or 't' or 'v':
                Append(new Rune("\a\b\f\n\r\t\v"["abfnrtv".IndexOf(c, StringComparison.Ordinal)]));
                _at += 2;
                break;
            case '\\' or '"' or '\'' or '`' or '?':
                Append(new Rune(c));
                _at += 2;
                break;
            case 'x' or 'X':
                Code(_at + 2, 2, 16);
                break;
            case 'u' when !_isBytes:
                Code(_at + 2, 4, 16);
                break;
            case 'U' when !_isBytes:
                Code(_at + 2, 8, 16);
                break;
            case >= '0' and <= '3':
                Code(_at + 1, 3, 8);
                break;
            default:
                throw CelException.At(text, _at, $"Syntax error: invalid escape sequence \\{c}");
        }
    }

    private void Code(int from, int digits, int radix)
    {
        var code = 0L;
        for (var i = from; i < from + digits; i++)
        {
            var digit = i < text.Length && char.IsAsciiHexDigit(text[i]) ? int.Parse(text.AsSpan(i, 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : radix;
            code = digit < radix ? (code * radix) + digit : throw CelException.At(text, _at, "Syntax error: invalid escape sequence");
        }

        if (_isBytes)
        {
            _bytes.Add((byte)code);
        }
        else
        {
            _output.Append(code <= 0x10FFFF && Rune.TryCreate((int)code, out var rune) ? rune.ToString() : throw CelException.At(text, _at, "Syntax error: invalid code point"));
        }

        _at = from + digits;
    }

    private void Append(Rune rune)
    {
        if (_isBytes)
        {
            _bytes.AddRange(Encoding.UTF8.GetBytes(rune.ToString()));
        }
        else
        {
            _output.Append(rune.ToString());
        }
    }
}
