namespace Slipway.Store;

/// <summary>A store cannot be opened, copied or restored.</summary>
public sealed class StoreOpenException : IOException
{
    /// <summary>Says why.</summary>
    /// <param name="message">Which store, what was found, what to do.</param>
    /// <param name="inner">What led to it.</param>
    public StoreOpenException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
