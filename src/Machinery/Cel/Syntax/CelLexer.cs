using System.Globalization;
using Slipway.Machinery.Cel.Values;

namespace Slipway.Machinery.Cel.Syntax;

/// <summary>Cuts an expression into tokens.</summary>
/// <param name="text">The expression.</param>
internal sealed class CelLexer(string text)
{
    private static readonly string[] Symbols = ["==", "!=", "<=", ">=", "&&", "||"];
    private int _at;

    /// <summary>All tokens, the end included.</summary>
    public List<CelToken> Run()
    {
        var tokens = new List<CelToken>();
        while (true)
        {
            SkipSpace();
            tokens.Add(Next());
            if (tokens[^1].Kind == CelTokenKind.End)
            {
                return tokens;
            }
        }
    }

    private void SkipSpace()
    {
        while (_at < text.Length)
        {
            if (text[_at] is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                _at++;
            }
            else if (text.AsSpan(_at).StartsWith("//"))
            {
                var end = text.IndexOf('\n', _at);
                _at = end < 0 ? text.Length : end;
            }
            else
            {
                return;
            }
        }
    }

    private CelToken Next()
    {
        var start = _at;
        if (_at == text.Length)
        {
            return new(CelTokenKind.End, "the end", default, start);
        }

        if (StringPrefix() is var prefix and >= 0)
        {
            return new(CelTokenKind.Literal, "", new CelStringLiteral(text, start, prefix).Read(out _at), start);
        }

        var c = text[_at];
        if (char.IsAsciiLetter(c) || c == '_')
        {
            while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] == '_'))
            {
                _at++;
            }

            var name = text[start.._at];
            return name switch
            {
                "true" => new(CelTokenKind.Literal, name, CelValue.True, start),
                "false" => new(CelTokenKind.Literal, name, CelValue.False, start),
                "null" => new(CelTokenKind.Literal, name, CelValue.Null, start),
                _ => new(CelTokenKind.Name, name, default, start),
            };
        }

        if (char.IsAsciiDigit(c) || (c == '.' && _at + 1 < text.Length && char.IsAsciiDigit(text[_at + 1])))
        {
            return new(CelTokenKind.Literal, "", Number(), start);
        }

        if (c == '`' && text.IndexOf('`', start + 1) is var close and > 0)
        {
            _at = close + 1;
            return new(CelTokenKind.Quoted, text[(start + 1)..close], default, start);
        }

        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(text, _at, symbol, 0, symbol.Length) == 0)
            {
                _at += symbol.Length;
                return new(CelTokenKind.Symbol, symbol, default, start);
            }
        }

        if ("()[]{}.,?:!-+*/%<>".Contains(c, StringComparison.Ordinal))
        {
            _at++;
            return new(CelTokenKind.Symbol, c.ToString(), default, start);
        }

        throw CelException.At(text, start, $"Syntax error: token recognition error at: '{c}'");
    }

    /// <summary>The number of prefix letters before a string here; -1 where there is no string.</summary>
    private int StringPrefix()
    {
        for (var i = 0; i < 3 && _at + i < text.Length; i++)
        {
            var c = text[_at + i];
            if (c is '"' or '\'')
            {
                return i;
            }

            if (c is not ('r' or 'R' or 'b' or 'B'))
            {
                return -1;
            }
        }

        return -1;
    }

    private CelValue Number()
    {
        var start = _at;
        if (text[_at] == '0' && _at + 1 < text.Length && text[_at + 1] is 'x' or 'X')
        {
            _at += 2;
            while (_at < text.Length && char.IsAsciiHexDigit(text[_at]))
            {
                _at++;
            }

            return Whole(ulong.TryParse(text.AsSpan(start + 2, _at - start - 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) ? hex : null, start);
        }

        Digits();
        var isDouble = false;
        if (_at + 1 < text.Length && text[_at] == '.' && char.IsAsciiDigit(text[_at + 1]))
        {
            isDouble = true;
            _at++;
            Digits();
        }

        if (_at < text.Length && text[_at] is 'e' or 'E')
        {
            isDouble = true;
            _at += _at + 1 < text.Length && text[_at + 1] is '+' or '-' ? 2 : 1;
            Digits();
        }

        if (!isDouble)
        {
            return Whole(ulong.TryParse(text.AsSpan(start, _at - start), NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole : null, start);
        }

        return double.TryParse(text.AsSpan(start, _at - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? CelValue.Of(number)
            : throw CelException.At(text, start, "Syntax error: invalid double literal");
    }

    private CelValue Whole(ulong? value, int start)
    {
        if (value is not { } whole)
        {
            throw CelException.At(text, start, "Syntax error: invalid int literal");
        }

        if (_at < text.Length && text[_at] is 'u' or 'U')
        {
            _at++;
            return CelValue.Of(whole);
        }

        // One more than the largest integer: only right after a minus, which the parser sees to.
        return whole <= 1UL << 63 ? CelValue.Of(unchecked((long)whole)) : throw CelException.At(text, start, "Syntax error: invalid int literal");
    }

    private void Digits()
    {
        while (_at < text.Length && char.IsAsciiDigit(text[_at]))
        {
            _at++;
        }
    }
}
