using System.Globalization;

namespace Slipway.Machinery.Selectors;

/// <summary>Reads the text grammar of label selectors.</summary>
/// <param name="text">The selector.</param>
internal sealed class LabelQueryParser(string text)
{
    private int _at;

    /// <summary>All requirements in the order written.</summary>
    public List<LabelRequirement> Parse()
    {
        var requirements = new List<LabelRequirement>();
        SkipSpace();
        if (_at == text.Length)
        {
            return requirements;
        }

        while (true)
        {
            requirements.Add(Requirement());
            SkipSpace();
            if (_at == text.Length)
            {
                return requirements;
            }

            if (text[_at] != ',')
            {
                throw Unexpected("',' or the end");
            }

            _at++;
            SkipSpace();
            if (_at == text.Length)
            {
                throw Unexpected("a label key after ','");
            }
        }
    }

    /// <summary>Makes a requirement after checking its key and values.</summary>
    internal static LabelRequirement Require(string key, LabelOperator @operator, IReadOnlyList<string> values, int position)
    {
        if (LabelSyntax.KeyFault(key) is { } keyFault)
        {
            throw new SelectorException($"key: Invalid value: \"{key}\": {keyFault}", position);
        }

        switch (@operator)
        {
            case LabelOperator.In or LabelOperator.NotIn when values.Count == 0:
                throw new SelectorException($"values: Invalid value: []: for 'in', 'notin' operators, values set can't be empty (key \"{key}\")", position);
            case LabelOperator.Exists or LabelOperator.DoesNotExist when values.Count > 0:
                throw new SelectorException($"values: Invalid value: [{string.Join(' ', values)}]: values set must be empty for exists and does not exist (key \"{key}\")", position);
        }

        foreach (var value in values)
        {
            var fault = @operator is LabelOperator.GreaterThan or LabelOperator.LessThan
                ? long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? null : "for '>' and '<' the value must be a whole number"
                : LabelSyntax.ValueFault(value);
            if (fault is not null)
            {
                throw new SelectorException($"values[0][{key}]: Invalid value: \"{value}\": {fault}", position);
            }
        }

        return new LabelRequirement(key, @operator, [.. values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    private LabelRequirement Requirement()
    {
        var negated = text[_at] == '!';
        if (negated)
        {
            _at++;
            SkipSpace();
        }

        var start = _at;
        var key = Word();
        if (key.Length == 0)
        {
            throw Unexpected("a label key");
        }

        SkipSpace();
        if (negated)
        {
            return Require(key, LabelOperator.DoesNotExist, [], start);
        }

        if (_at == text.Length || text[_at] == ',')
        {
            return Require(key, LabelOperator.Exists, [], start);
        }

        var @operator = Operator();
        SkipSpace();
        return @operator is LabelOperator.In or LabelOperator.NotIn
            ? Require(key, @operator, ValueSet(), start)
            : Require(key, @operator, [Word()], start);
    }

    private LabelOperator Operator()
    {
        switch (text[_at])
        {
            case '=':
                _at += Next('=') ? 2 : 1;
                return LabelOperator.Equal;
            case '!' when Next('='):
                _at += 2;
                return LabelOperator.NotEqual;
            case '>':
                _at++;
                return LabelOperator.GreaterThan;
            case '<':
                _at++;
                return LabelOperator.LessThan;
        }

        var start = _at;
        switch (Word())
        {
            case "in":
                return LabelOperator.In;
            case "notin":
                return LabelOperator.NotIn;
            default:
                _at = start;
                throw Unexpected("one of '=', '==', '!=', 'in', 'notin', '>', '<'");
        }
    }

    private List<string> ValueSet()
    {
        if (_at == text.Length || text[_at] != '(')
        {
            throw Unexpected("'('");
        }

        _at++;
        var values = new List<string>();
        while (true)
        {
            SkipSpace();
            values.Add(Word());
            SkipSpace();
            if (_at == text.Length || text[_at] is not (',' or ')'))
            {
                throw Unexpected("',' or ')'");
            }

            if (text[_at++] == ')')
            {
                return values;
            }
        }
    }

    private string Word()
    {
        var start = _at;
        while (_at < text.Length && !IsSpace(text[_at]) && text[_at] is not ('=' or '!' or '(' or ')' or ',' or '<' or '>'))
        {
            _at++;
        }

        return text[start.._at];
    }

    private bool Next(char c) => _at + 1 < text.Length && text[_at + 1] == c;

    private void SkipSpace()
    {
        while (_at < text.Length && IsSpace(text[_at]))
        {
            _at++;
        }
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n';

    private SelectorException Unexpected(string expected)
    {
        var start = _at;
        var found = _at < text.Length ? Word() is { Length: > 0 } word ? word : text[start].ToString() : "the end";
        return new SelectorException($"unable to parse label selector \"{text}\": found '{found}' at {start}, expected {expected}", start);
    }
}
