namespace Slipway.Store;

/// <summary>How a write can end.</summary>
public enum WriteResult
{
    /// <summary>It is durable.</summary>
    Committed,

    /// <summary>The key was to be absent, but there is a value.</summary>
    Exists,

    /// <summary>There was to be a value, but the key is absent.</summary>
    Missing,

    /// <summary>The value is not the one that was read.</summary>
    Changed,

    /// <summary>The store cannot write now, and this write is not acknowledged; nobody saw it.</summary>
    Unavailable,

    /// <summary>
    /// The store did not answer whether it wrote: the write is not acknowledged, but may be done, now or in a moment. Only of a
    /// store in another process.
    /// </summary>
    Unknown,
}
