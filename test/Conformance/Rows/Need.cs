namespace Slipway.Conformance.Rows;

/// <summary>How much a row is needed.</summary>
internal enum Need
{
    /// <summary>Clients break without it.</summary>
    Must,

    /// <summary>Some clients or some uses break without it.</summary>
    Should,

    /// <summary>Few miss it.</summary>
    Later,
}
