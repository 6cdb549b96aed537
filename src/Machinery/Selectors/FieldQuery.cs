using System.Text;

namespace Slipway.Machinery.Selectors;

/// <summary>A field selector ready for matching; which fields a kind offers is the server's matter. Immutable.</summary>
public sealed class FieldQuery
{
    private readonly FieldTerm[] _terms;
    private string? _text;

    private FieldQuery(FieldTerm[] terms) => _terms = terms;

    /// <summary>Selects every object.</summary>
    public static FieldQuery Everything { get; } = new([]);

    /// <summary>Whether every object is selected.</summary>
    public bool IsEverything => _terms.Length == 0;

    /// <summary>The comparisons, in the order of their text; all must hold.</summary>
    public IReadOnlyList<FieldTerm> Terms => _terms;

    /// <summary>Reads the grammar of the <c>fieldSelector</c> parameter.</summary>
    /// <param name="text">For example <c>metadata.name=a,status.phase!=Failed</c>; <c>\</c> escapes <c>\</c>, <c>,</c> and <c>=</c> in values; empty selects everything.</param>
    /// <exception cref="SelectorException">The text is not a field selector.</exception>
    public static FieldQuery Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0)
        {
            return Everything;
        }

        var terms = new List<FieldTerm>();
        for (var at = 0; at <= text.Length;)
        {
            var end = EndOfTerm(text, at);
            if (end > at)
            {
                terms.Add(Term(text, at, end));
            }

            at = end + 1;
        }

        return terms.Count == 0 ? Everything : new([.. terms.Distinct().OrderBy(t => t.ToString(), StringComparer.Ordinal)]);
    }

    /// <summary>Selects objects whose field has one value.</summary>
    /// <param name="field">The field's path.</param>
    /// <param name="value">The value, unescaped.</param>
    public static FieldQuery Equal(string field, string value) => new([new FieldTerm(field, value, Negated: false)]);

    /// <summary>Whether an object's fields meet all terms.</summary>
    /// <param name="fields">The selectable fields; one that is missing counts as empty.</param>
    public bool Matches(IReadOnlyDictionary<string, string> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        foreach (var term in _terms)
        {
            if (!term.Matches(fields.GetValueOrDefault(term.Field, "")))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether an object's fields meet all terms, reading only the fields that are asked for.</summary>
    /// <typeparam name="T">What <paramref name="read"/> reads from.</typeparam>
    /// <param name="source">The object.</param>
    /// <param name="read">Gives a field's value; null counts as empty.</param>
    public bool Matches<T>(T source, Func<T, string, string?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        foreach (var term in _terms)
        {
            if (!term.Matches(read(source, term.Field) ?? ""))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The value that a field must have for an object to be selected, or null where the query does not fix it.</summary>
    /// <param name="field">The field's path.</param>
    public string? Fixed(string field)
    {
        foreach (var term in _terms)
        {
            if (!term.Negated && term.Field == field)
            {
                return term.Value;
            }
        }

        return null;
    }

    /// <summary>Prints the query in the grammar of <see cref="Parse"/>, terms in order.</summary>
    public override string ToString() => _text ??= string.Join(',', _terms.AsEnumerable());

    private static int EndOfTerm(string text, int at)
    {
        for (; at < text.Length && text[at] != ','; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length)
            {
                at++;
            }
        }

        return at;
    }

    private static FieldTerm Term(string text, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            var length = text[at] switch
            {
                '!' when at + 1 < end && text[at + 1] == '=' => 2,
                '=' when at + 1 < end && text[at + 1] == '=' => 2,
                '=' => 1,
                _ => 0,
            };
            if (length > 0)
            {
                return new FieldTerm(text[start..at], Unescape(text, at + length, end), text[at] == '!');
            }
        }

        throw new SelectorException($"invalid selector: '{text}'; can't understand '{text[start..end]}': expected FIELD=VALUE or FIELD!=VALUE at {start}", start);
    }

    private static string Unescape(string text, int start, int end)
    {
        var special = text.AsSpan(start, end - start).IndexOfAny('\\', '=');
        if (special < 0)
        {
            return text[start..end];
        }

        var value = new StringBuilder(end - start);
        for (var at = start; at < end; at++)
        {
            if (text[at] == '=')
            {
                throw new SelectorException($"invalid field selector: unescaped '=' in the value '{text[start..end]}' at {at}: write \\=", at);
            }

            if (text[at] == '\\')
            {
                if (at + 1 == end || text[at + 1] is not ('\\' or ',' or '='))
                {
                    throw new SelectorException($"invalid field selector: invalid escape sequence in the value '{text[start..end]}' at {at}: only \\\\, \\, and \\= are known", at);
                }

                at++;
            }

            value.Append(text[at]);
        }

        return value.ToString();
    }
}
