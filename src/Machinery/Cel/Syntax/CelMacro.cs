namespace Slipway.Machinery.Cel.Syntax;

/// <summary>The macros that go through a list or a map.</summary>
internal enum CelMacro
{
    /// <summary>Whether every item meets a condition.</summary>
    All,

    /// <summary>Whether an item meets a condition.</summary>
    Exists,

    /// <summary>Whether exactly one item meets a condition.</summary>
    ExistsOne,

    /// <summary>The items that meet a condition.</summary>
    Filter,

    /// <summary>What is made of each item, as a list.</summary>
    ToList,

    /// <summary>What is made of each entry, as a map under the same keys.</summary>
    ToMap,

    /// <summary>The maps made of each entry, as one.</summary>
    ToMapEntries,
}
