using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Slipway.Machinery.Json;

/// <summary>Reads JSONPaths.</summary>
/// <param name="text">The path.</param>
internal sealed class JsonPathParser(string text)
{
    private int _at;
    private int _end = text.Length;

    /// <summary>All steps.</summary>
    public JsonPathStep[] Parse()
    {
        if (text.Length > 1 && text[0] == '{' && text[^1] == '}')
        {
            _at++;
            _end--;
        }

        if (Next('$'))
        {
            _at++;
        }

        var steps = new List<JsonPathStep>();
        if (_at < _end && text[_at] is not ('.' or '['))
        {
            // Column definitions may leave the first dot out.
            steps.Add(new JsonPathStep.Name(Word()));
        }

        Steps(steps);
        return _at == _end ? [.. steps] : throw Expected("'.' or '['");
    }

    private void Steps(List<JsonPathStep> steps)
    {
        while (_at < _end)
        {
            switch (text[_at])
            {
                case '.':
                    _at++;
                    if (_at == _end)
                    {
                        // A dot alone is the root.
                        return;
                    }

                    if (Next('['))
                    {
                        break;
                    }

                    if (Next('*'))
                    {
                        _at++;
                        steps.Add(new JsonPathStep.Everything());
                        break;
                    }

                    steps.Add(new JsonPathStep.Name(Word()));
                    break;
                case '[':
                    _at++;
                    steps.Add(Bracket());
                    Take(']');
                    break;
                default:
                    return;
            }
        }
    }

    private JsonPathStep Bracket()
    {
        switch (_at < _end ? text[_at] : ']')
        {
            case '*':
                _at++;
                return new JsonPathStep.Everything();
            case '\'' or '"':
                return new JsonPathStep.Name(Quoted());
            case '?':
                _at++;
                Take('(');
                var filter = Filter();
                Take(')');
                return filter;
            case ':':
                _at++;
                return new JsonPathStep.Slice(0, OptionalNumber());
            default:
                var from = OptionalNumber() ?? throw Expected("an index, a quoted name, '*' or '?('");
                if (!Next(':'))
                {
                    return new JsonPathStep.Index(from);
                }

                _at++;
                return new JsonPathStep.Slice(from, OptionalNumber());
        }
    }

    private JsonPathStep.Filter Filter()
    {
        SkipSpace();
        Take('@');
        var left = new List<JsonPathStep>();
        Steps(left);
        SkipSpace();
        var start = _at;
        while (_at < _end && text[_at] is '=' or '!' or '<' or '>')
        {
            _at++;
        }

        var @operator = text[start.._at];
        if (@operator.Length == 0)
        {
            return new JsonPathStep.Filter([.. left], "", null);
        }

        if (@operator is not ("==" or "!=" or "<" or "<=" or ">" or ">="))
        {
            _at = start;
            throw Expected("one of ==, !=, <, <=, >, >=");
        }

        SkipSpace();
        var right = Literal();
        SkipSpace();
        return new JsonPathStep.Filter([.. left], @operator, right);
    }

    private JsonNode? Literal()
    {
        if (Next('\'') || Next('"'))
        {
            return JsonValue.Create(Quoted());
        }

        var start = _at;
        while (_at < _end && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] is '.' or '-' or '+'))
        {
            _at++;
        }

        var word = text[start.._at];
        switch (word)
        {
            case "true" or "false":
                return JsonValue.Create(word == "true");
            case "null":
                return null;
        }

        if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return JsonNumbers.Create(number);
        }

        _at = start;
        throw Expected("a quoted text, a number, true, false or null");
    }

    private string Word()
    {
        var word = new StringBuilder();
        var start = _at;
        for (; _at < _end && text[_at] is not ('.' or '[' or ']' or ' ' or '=' or '!' or '<' or '>' or '(' or ')'); _at++)
        {
            if (text[_at] == '\\' && _at + 1 < _end)
            {
                _at++;
            }

            word.Append(text[_at]);
        }

        return _at > start ? word.ToString() : throw Expected("a name");
    }

    private string Quoted()
    {
        var quote = text[_at++];
        var word = new StringBuilder();
        for (; _at < _end && text[_at] != quote; _at++)
        {
            if (text[_at] == '\\' && _at + 1 < _end)
            {
                _at++;
            }

            word.Append(text[_at]);
        }

        Take(quote);
        return word.ToString();
    }

    private int? OptionalNumber()
    {
        var start = _at;
        _at += Next('-') ? 1 : 0;
        while (_at < _end && char.IsAsciiDigit(text[_at]))
        {
            _at++;
        }

        return int.TryParse(text.AsSpan(start, _at - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private bool Next(char c) => _at < _end && text[_at] == c;

    private void Take(char c)
    {
        if (!Next(c))
        {
            throw Expected($"'{c}'");
        }

        _at++;
    }

    private void SkipSpace()
    {
        while (Next(' '))
        {
            _at++;
        }
    }

    private JsonPathException Expected(string what) => new(text, _at, what);
}
