namespace Slipway.Store;

/// <summary>A store cannot be read now. Nothing was changed; the same read may succeed later.</summary>
public sealed class StoreUnavailableException : Exception
{
    /// <summary>Says why.</summary>
    /// <param name="message">Which store, and what it answered.</param>
    /// <param name="inner">What led to it.</param>
    public StoreUnavailableException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
