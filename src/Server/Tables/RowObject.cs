namespace Slipway.Server.Tables;

/// <summary>What a table's row carries besides its cells.</summary>
internal enum RowObject
{
    /// <summary>The object's metadata.</summary>
    Metadata,

    /// <summary>Nothing.</summary>
    None,

    /// <summary>The whole object.</summary>
    Object,
}
