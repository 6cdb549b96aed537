using System.Globalization;

namespace Slipway.Machinery.Selectors;

/// <summary>One requirement of a label selector.</summary>
public sealed class LabelRequirement
{
    private readonly string[] _values;
    private readonly long _bound;

    internal LabelRequirement(string key, LabelOperator @operator, string[] values)
    {
        Key = key;
        Operator = @operator;
        _values = values;
        if (@operator is LabelOperator.GreaterThan or LabelOperator.LessThan)
        {
            _bound = long.Parse(values[0], NumberStyles.AllowLeadingSign);
        }
    }

    /// <summary>The label key.</summary>
    public string Key { get; }

    /// <summary>How the label is looked at.</summary>
    public LabelOperator Operator { get; }

    /// <summary>The values, without duplicates and in ordinal order; one for the comparisons, none for existence.</summary>
    public IReadOnlyList<string> Values => _values;

    /// <summary>Whether labels meet the requirement.</summary>
    /// <param name="labels">All labels of an object.</param>
    public bool Matches(IReadOnlyDictionary<string, string> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        return labels.TryGetValue(Key, out var value) ? MatchesValue(value) : MatchesAbsence;
    }

    /// <summary>Prints the requirement as it is written in a selector.</summary>
    public override string ToString() => Operator switch
    {
        LabelOperator.Exists => Key,
        LabelOperator.DoesNotExist => "!" + Key,
        LabelOperator.Equal => $"{Key}={_values[0]}",
        LabelOperator.NotEqual => $"{Key}!={_values[0]}",
        LabelOperator.In => $"{Key} in ({string.Join(',', _values)})",
        LabelOperator.NotIn => $"{Key} notin ({string.Join(',', _values)})",
        LabelOperator.GreaterThan => $"{Key}>{_values[0]}",
        _ => $"{Key}<{_values[0]}",
    };

    private bool MatchesAbsence => Operator is LabelOperator.DoesNotExist or LabelOperator.NotEqual or LabelOperator.NotIn;

    private bool MatchesValue(string value) => Operator switch
    {
        LabelOperator.Exists => true,
        LabelOperator.DoesNotExist => false,
        LabelOperator.Equal or LabelOperator.In => _values.AsSpan().Contains(value),
        LabelOperator.NotEqual or LabelOperator.NotIn => !_values.AsSpan().Contains(value),
        LabelOperator.GreaterThan => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number > _bound,
        _ => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number < _bound,
    };
}
