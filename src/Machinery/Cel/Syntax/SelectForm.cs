namespace Slipway.Machinery.Cel.Syntax;

/// <summary>What is asked of a member.</summary>
internal enum SelectForm
{
    /// <summary>Its value.</summary>
    Value,

    /// <summary>Whether it is there.</summary>
    Test,

    /// <summary>Its value, which may be absent.</summary>
    Optional,
}
