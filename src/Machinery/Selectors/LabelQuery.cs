using Slipway.Machinery.Objects;

namespace Slipway.Machinery.Selectors;

/// <summary>
/// A label selector ready for matching. Two queries that select by the same requirements print the same. Immutable.
/// </summary>
public sealed class LabelQuery
{
    private readonly LabelRequirement[] _requirements;
    private string? _text;

    private LabelQuery(LabelRequirement[] requirements) => _requirements = requirements;

    /// <summary>Selects every object.</summary>
    public static LabelQuery Everything { get; } = new([]);

    /// <summary>Selects no object; its text is <c>&lt;none&gt;</c> and cannot be parsed.</summary>
    public static LabelQuery Nothing { get; } = new([]) { IsNothing = true, _text = "<none>" };

    /// <summary>Whether every object is selected.</summary>
    public bool IsEverything => _requirements.Length == 0 && !IsNothing;

    /// <summary>Whether no object is selected.</summary>
    public bool IsNothing { get; private init; }

    /// <summary>The requirements, ordered by key; all must hold.</summary>
    public IReadOnlyList<LabelRequirement> Requirements => _requirements;

    /// <summary>Reads the grammar of the <c>labelSelector</c> parameter.</summary>
    /// <param name="text">For example <c>a=b,c!=d,e in (f,g),h notin (i),j,!k,l&gt;1</c>; empty selects everything.</param>
    /// <exception cref="SelectorException">The text is not a label selector.</exception>
    public static LabelQuery Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 0 ? Everything : Of(new LabelQueryParser(text).Parse());
    }

    /// <summary>Makes a query of a selector object.</summary>
    /// <param name="selector">The selector; null selects nothing, an empty one everything.</param>
    /// <exception cref="SelectorException">An operator, key or value is not allowed.</exception>
    public static LabelQuery From(LabelSelector? selector)
    {
        if (selector is null)
        {
            return Nothing;
        }

        var requirements = new List<LabelRequirement>(selector.MatchLabels.Count + selector.MatchExpressions.Count);
        foreach (var (key, value) in selector.MatchLabels)
        {
            requirements.Add(LabelQueryParser.Require(key, LabelOperator.Equal, [value], -1));
        }

        foreach (var expression in selector.MatchExpressions)
        {
            var @operator = expression.Operator switch
            {
                "In" => LabelOperator.In,
                "NotIn" => LabelOperator.NotIn,
                "Exists" => LabelOperator.Exists,
                "DoesNotExist" => LabelOperator.DoesNotExist,
                _ => throw new SelectorException($"\"{expression.Operator}\" is not a valid label selector operator: use In, NotIn, Exists or DoesNotExist", -1),
            };
            requirements.Add(LabelQueryParser.Require(expression.Key, @operator, expression.Values, -1));
        }

        return Of(requirements);
    }

    /// <summary>Selects objects that have exactly these values, and any further labels.</summary>
    /// <param name="labels">The labels wanted.</param>
    public static LabelQuery From(IReadOnlyDictionary<string, string> labels) => From(new LabelSelector { MatchLabels = labels });

    /// <summary>Whether an object's labels meet all requirements.</summary>
    /// <param name="labels">All labels of the object.</param>
    public bool Matches(IReadOnlyDictionary<string, string> labels)
    {
        foreach (var requirement in _requirements)
        {
            if (!requirement.Matches(labels))
            {
                return false;
            }
        }

        return !IsNothing;
    }

    /// <summary>Prints the query in the grammar of <see cref="Parse"/>, requirements by key and values in order.</summary>
    public override string ToString() => _text ??= string.Join(',', _requirements.AsEnumerable());

    private static LabelQuery Of(List<LabelRequirement> requirements) =>
        requirements.Count == 0
            ? Everything
            : new([.. requirements
                .Select(r => (Requirement: r, Text: r.ToString()))
                .OrderBy(p => p.Requirement.Key, StringComparer.Ordinal)
                .ThenBy(p => p.Text, StringComparer.Ordinal)
                .DistinctBy(p => p.Text)
                .Select(p => p.Requirement)]);
}
