namespace Slipway.Store;

/// <summary>How a range can end.</summary>
public enum RangeResult
{
    /// <summary>Here it is.</summary>
    Found,

    /// <summary>The revision is compacted.</summary>
    Compacted,

    /// <summary>The revision has not come yet.</summary>
    Future,
}
