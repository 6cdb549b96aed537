namespace Slipway.Machinery.Selectors;

/// <summary>How one requirement looks at one label.</summary>
public enum LabelOperator
{
    /// <summary>The label is there, whatever its value.</summary>
    Exists,

    /// <summary>The label is not there.</summary>
    DoesNotExist,

    /// <summary>The label has the one value given.</summary>
    Equal,

    /// <summary>The label is not there or has another value than the one given.</summary>
    NotEqual,

    /// <summary>The label has one of the values given.</summary>
    In,

    /// <summary>The label is not there or has none of the values given.</summary>
    NotIn,

    /// <summary>The label is a whole number above the one given.</summary>
    GreaterThan,

    /// <summary>The label is a whole number below the one given.</summary>
    LessThan,
}
