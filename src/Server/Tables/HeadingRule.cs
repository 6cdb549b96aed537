namespace Slipway.Server.Tables;

/// <summary>Whether a table tells its columns.</summary>
internal enum HeadingRule
{
    /// <summary>It does.</summary>
    Told,

    /// <summary>An earlier event of the watch did.</summary>
    ToldBefore,
}
